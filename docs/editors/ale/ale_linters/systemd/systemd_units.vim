" Description: systemd-units judges units as systemd does, explains and completes them

call ale#Set('systemd_units_executable', 'systemd-units')

function! ale_linters#systemd#systemd_units#GetProjectRoot(buffer) abort
    let l:settings = ale#path#FindNearestFile(a:buffer, '.systemd-units.json')
    let l:git = ale#path#FindNearestDirectory(a:buffer, '.git')

    if !empty(l:settings)
        return fnamemodify(l:settings, ':h')
    endif

    return !empty(l:git) ? fnamemodify(l:git, ':h:h') : expand('#' . a:buffer . ':p:h')
endfunction

call ale#linter#Define('systemd', {
\   'name': 'systemd_units',
\   'aliases': ['systemd-units'],
\   'lsp': 'stdio',
\   'executable': {b -> ale#Var(b, 'systemd_units_executable')},
\   'command': '%e lsp --stdio',
\   'project_root': function('ale_linters#systemd#systemd_units#GetProjectRoot'),
\})
