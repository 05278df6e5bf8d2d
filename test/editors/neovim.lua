-- Sourced by editors.test.ts (`-l` came after Neovim 0.7).
-- Says on standard output, as JSON, what Neovim's own LSP client made of the server's answers.
local server, file = vim.env.SYSTEMD_UNITS_SERVER, vim.env.SYSTEMD_UNITS_FILE
local result = {}

local function finish()
  io.stdout:write('RESULT ' .. vim.fn.json_encode(result) .. '\n')
  vim.cmd('qall!')
end

local function try(step)
  local ok, problem = pcall(step)
  if not ok then
    result.problem = tostring(problem)
    finish()
  end
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

try(function()
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  local client = vim.lsp.start_client({
    cmd = { vim.env.SYSTEMD_UNITS_NODE, server, 'lsp', '--stdio' },
    root_dir = vim.fn.fnamemodify(file, ':h'),
  })
  vim.lsp.buf_attach_client(0, client)
  local found = vim.wait(15000, function() return #vim.diagnostic.get(0) > 0 end, 20)
  if not found then error('no diagnostics') end
  result.diagnostics = vim.tbl_map(function(item)
    return { line = item.lnum + 1, code = item.code or item.user_data and item.user_data.lsp.code, message = item.message }
  end, vim.diagnostic.get(0))
  -- [Unit], Requires=other.service, [Service], ExecStart=, Restrt=no, Type=
  local items = ask('textDocument/completion', 5, 5)
  result.completion = vim.tbl_map(function(item) return item.label end, items.items or items)
  result.hover = ask('textDocument/hover', 3, 2).contents.value
  -- Where the other unit lies is known once the folder has been read.
  local ok, edit
  vim.wait(15000, function()
    ok, edit = pcall(ask, 'textDocument/rename', 1, 11, { newName = 'another.service' })
    return ok
  end, 50)
  if not ok then error(edit) end
  local places = ask('textDocument/definition', 1, 11)
  local place = places[1] or places
  result.definition = place.targetUri or place.uri
  vim.lsp.util.apply_workspace_edit(edit, 'utf-16')
  result.renamed = vim.fn.getline(2)
  finish()
end)
