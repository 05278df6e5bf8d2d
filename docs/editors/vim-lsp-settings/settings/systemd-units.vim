augroup vim_lsp_settings_systemd_units
  au!
  LspRegisterServer {
      \ 'name': 'systemd-units',
      \ 'cmd': {server_info->lsp_settings#get('systemd-units', 'cmd', [lsp_settings#exec_path('systemd-units')]+lsp_settings#get('systemd-units', 'args', ['lsp', '--stdio']))},
      \ 'root_uri':{server_info->lsp_settings#get('systemd-units', 'root_uri', lsp_settings#root_uri('systemd-units'))},
      \ 'initialization_options': lsp_settings#get('systemd-units', 'initialization_options', v:null),
      \ 'allowlist': lsp_settings#get('systemd-units', 'allowlist', ['systemd']),
      \ 'blocklist': lsp_settings#get('systemd-units', 'blocklist', []),
      \ 'config': lsp_settings#get('systemd-units', 'config', lsp_settings#server_config('systemd-units')),
      \ 'workspace_config': lsp_settings#get('systemd-units', 'workspace_config', {}),
      \ 'semantic_highlight': lsp_settings#get('systemd-units', 'semantic_highlight', {}),
      \ }
augroup END
