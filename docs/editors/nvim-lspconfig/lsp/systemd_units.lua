---@brief
---
--- `systemd-units` judges systemd units, and the other files that systemd and Podman read, as the program that reads them
--- does; it completes, explains from the manual, renames, and formats. Install it with npm:
--- ```sh
--- npm install --global systemd-units
--- ```
--- Neovim takes files for units where a folder above is called `systemd`. For those of a repository:
--- ```lua
--- vim.filetype.add({ extension = { service = 'systemd', socket = 'systemd', timer = 'systemd' } })
--- ```

---@type vim.lsp.Config
return {
  cmd = { 'systemd-units', 'lsp', '--stdio' },
  filetypes = { 'systemd' },
  root_markers = { '.systemd-units.json', '.git' },
}
