-- Run by entries.test.ts: says on standard output, as JSON, what Neovim made of the server's answers.
vim.opt.runtimepath:prepend(vim.env.SYSTEMD_UNITS_ENTRY)
vim.lsp.enable('systemd_units')
vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.SYSTEMD_UNITS_FILE))
vim.bo.filetype = 'systemd'
vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end, 20)
local result = {
  diagnostics = vim.tbl_map(function(item) return item.message end, vim.diagnostic.get(0)),
  root = (vim.lsp.get_clients({ bufnr = 0 })[1] or {}).root_dir,
}
io.stdout:write('RESULT ' .. vim.fn.json_encode(result) .. '\n')
vim.cmd('qall!')
