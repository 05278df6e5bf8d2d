" Run by entries.test.ts: writes into a file, as JSON, what ALE made of the server's answers.
set nocompatible
let &runtimepath .= ',' . $SYSTEMD_UNITS_ALE . ',' . $SYSTEMD_UNITS_ENTRY
let g:ale_linters = {'systemd': ['systemd_units']}
filetype plugin on
runtime plugin/ale.vim
execute 'edit' fnameescape($SYSTEMD_UNITS_FILE)
set filetype=systemd
ALELint
let s:left = 600
while empty(ale#engine#GetLoclist(bufnr(''))) && s:left > 0
    sleep 50m
    let s:left -= 1
endwhile
let s:said = map(ale#engine#GetLoclist(bufnr('')), 'v:val.text')
call writefile(['RESULT ' . json_encode({'diagnostics': s:said})], $SYSTEMD_UNITS_SAID)
qall!
