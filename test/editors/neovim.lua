-- Sourced by neovim.test.ts after the lines of docs/EDITORS.md (`-l` came after Neovim 0.7).
-- Says on standard output, as JSON, what Neovim's own LSP client made of the server's answers.
local folder = vim.env.SYSTEMD_UNITS_FOLDER
local result = {}

local function finish()
  io.stdout:write('RESULT ' .. vim.fn.json_encode(result) .. '\n')
  vim.cmd('qall!')
end

local function try(step)
  local ok, problem = pcall(step)
  if not ok then result.problem = tostring(problem) end
  finish()
end

local function wait(what, condition)
  if not vim.wait(15000, condition, 20) then error('no ' .. what) end
end

local function clients(buffer)
  if vim.lsp.get_clients then return vim.lsp.get_clients({ bufnr = buffer }) end
  return vim.tbl_values(buffer and vim.lsp.buf_get_clients(buffer) or vim.lsp.get_active_clients())
end

local function ask(method, line, column, extra)
  local params = vim.tbl_extend('force', {
    textDocument = vim.lsp.util.make_text_document_params(),
    position = { line = line, character = column },
  }, extra or {})
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 10000) or {}) do
    if answer.error then error(method .. ': ' .. answer.error.message) end
    return answer.result
  end
  error(method .. ': no answer')
end

local function edit(name)
  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/' .. name))
  wait('server for ' .. name, function() return #clients(0) > 0 and clients(0)[1].server_capabilities ~= nil end)
end

local function problems()
  wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
  return vim.tbl_map(function(item) return item.message end, vim.diagnostic.get(0))
end

local function apply(change)
  local encoding = clients(0)[1].offset_encoding or 'utf-16'
  vim.lsp.util.apply_workspace_edit(change, encoding)
end

--- Does what the action of a title does at the first line.
local function act(title)
  local range = { start = { line = 0, character = 0 }, ['end'] = { line = 0, character = 0 } }
  for _, action in ipairs(ask('textDocument/codeAction', 0, 0, { range = range, context = { diagnostics = {} } })) do
    if action.title == title then
      apply(action.edit)
      vim.cmd('silent wall')
      return true
    end
  end
  error('no action ' .. title)
end

try(function()
  vim.o.hidden = true
  edit('backup.service')
  result.filetype = vim.bo.filetype
  result.problems = problems()
  vim.cmd('edit!')
  vim.wait(50)
  result.problemsAgain = problems()
  result.hover = ask('textDocument/hover', 3, 2).contents.value
  local items = ask('textDocument/completion', 5, 5)
  result.completion = vim.tbl_map(function(item) return item.label end, items.items or items)

  edit('backup.service.d/more.conf')
  result.dropIn = vim.bo.filetype
  result.omnifunc = vim.bo.omnifunc
  result.servers = #clients()

  result.sources = {}
  for name in vim.env.SYSTEMD_UNITS_SOURCES:gmatch('%S+') do
    vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/' .. name))
    table.insert(result.sources, vim.bo.filetype)
  end

  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/empty.service'))
  wait('omnifunc', function() return vim.bo.omnifunc ~= '' and #clients(0) > 0 end)
  local templates = ask('textDocument/completion', 0, 0)
  result.templates = vim.tbl_map(function(item) return item.label end, templates.items or templates)

  if vim.fn.has('nvim-0.12') == 0 then act('Begin with: Service') end
  result.begun = vim.fn.getline(1, '$')
  vim.cmd('edit!')

  edit('backup.service')
  act('Create backup.timer')
  result.timer = vim.fn.readfile(folder .. '/backup.timer')

  edit('backup.timer')
  edit('other.target')
  -- Where the other unit lies is known once the folder has been read.
  local ok, change
  wait('rename', function()
    ok, change = pcall(ask, 'textDocument/rename', 1, 8, { newName = 'nightly.service' })
    return ok or tostring(change):find('nothing was changed') ~= nil
  end)
  result.refusal = not ok and tostring(change) or nil
  if ok then apply(change) end
  vim.cmd('silent wall')
  finish()
end)
