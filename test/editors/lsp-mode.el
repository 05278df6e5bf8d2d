;; Run by entries.test.ts: says on standard output, as JSON, what lsp-mode made of the server's answers.
(require 'package)
(package-initialize)
(load (getenv "SYSTEMD_UNITS_ENTRY"))
(require 'flymake)
(require 'json)

(setq lsp-auto-guess-root t
      lsp-session-file (expand-file-name "session" (getenv "HOME"))
      lsp-diagnostics-provider :flymake
      lsp-enable-file-watchers nil)

(let (result)
  (condition-case problem
      (progn
        (find-file (getenv "SYSTEMD_UNITS_FILE"))
        (lsp)
        (with-timeout (30 (error "no diagnostics"))
          (while (null (lsp--get-buffer-diagnostics)) (accept-process-output nil 0.05)))
        (push (cons 'diagnostics
                    (vconcat (mapcar (lambda (each) (gethash "message" each)) (lsp--get-buffer-diagnostics))))
              result)
        (goto-char (point-min))
        (forward-line 3)
        (push (cons 'hover (gethash "value" (gethash "contents" (lsp-request "textDocument/hover" (lsp--text-document-position-params)))))
              result))
    (error (push (cons 'problem (error-message-string problem)) result)))
  (princ (concat "RESULT " (json-encode result) "\n"))
  (kill-emacs))
