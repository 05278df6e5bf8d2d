;; Run by editors.test.ts: says on standard output, as JSON, what eglot made of the server's answers.
(require 'package)
(package-initialize)
(require 'eglot)
(require 'flymake)
(require 'json)

(define-derived-mode test-unit-mode prog-mode "Unit")
(let ((server (list (getenv "SYSTEMD_UNITS_NODE") (getenv "SYSTEMD_UNITS_SERVER") "lsp" "--stdio")))
  (add-to-list 'eglot-server-programs (cons 'test-unit-mode server)))
(setq eglot-sync-connect 20)
;; Nobody is there to say yes to edits.
(fset 'y-or-n-p (lambda (&rest _) t))

(defun ask (method line column &rest more)
  (jsonrpc-request (eglot--current-server-or-lose) method
                   (append (list :textDocument (eglot--TextDocumentIdentifier)
                                 :position (list :line line :character column))
                           more)
                   :timeout 10))

(let (result)
  (condition-case problem
      (progn
        (find-file (getenv "SYSTEMD_UNITS_FILE"))
        (test-unit-mode)
        (apply #'eglot (eglot--guess-contact))
        (flymake-start)
        (with-timeout (15 (error "no diagnostics"))
          (while (null (flymake-diagnostics)) (accept-process-output nil 0.05)))
        (push (cons 'diagnostics
                    (vconcat (mapcar (lambda (d) (substring-no-properties (flymake-diagnostic-text d))) (flymake-diagnostics))))
              result)
        (let* ((answer (ask :textDocument/completion 5 5))
               (items (if (vectorp answer) answer (plist-get answer :items))))
          (push (cons 'completion (vconcat (mapcar (lambda (item) (plist-get item :label)) items))) result))
        (push (cons 'hover (plist-get (plist-get (ask :textDocument/hover 3 2) :contents) :value)) result)
        ;; Where the other unit lies is known once the folder has been read.
        (let (answer)
          (with-timeout (15 (error "no definition"))
            (while (seq-empty-p (setq answer (ask :textDocument/definition 1 11))) (accept-process-output nil 0.05)))
          (let ((place (if (vectorp answer) (aref answer 0) answer)))
            (push (cons 'definition (or (plist-get place :targetUri) (plist-get place :uri))) result)))
        (goto-char (point-min))
        (forward-line 1)
        (forward-char 11)
        (with-timeout (15 (error "no rename"))
          (while (condition-case nil (progn (eglot-rename "another.service") nil) (error t))
            (accept-process-output nil 0.05)))
        (push (cons 'renamed (buffer-substring-no-properties (line-beginning-position) (line-end-position))) result))
    (error (push (cons 'problem (error-message-string problem)) result)))
  (princ (concat "RESULT " (json-encode result) "\n"))
  (set-buffer-modified-p nil)
  (kill-emacs))
