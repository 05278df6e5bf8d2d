;;; lsp-systemd-units.el --- Client for systemd-units -*- lexical-binding: t; -*-

;; Keywords: languages lsp systemd
;; SPDX-License-Identifier: MIT

;;; Commentary:

;; LSP client for systemd units and the other files that systemd reads.

;;; Code:

(require 'lsp-mode)

(defgroup lsp-systemd-units nil
  "Checks systemd units as systemd does, explains and completes them."
  :group 'lsp-mode
  :link '(url-link "https://github.com/systemd-units/systemd-units"))

(defcustom lsp-systemd-units-command '("systemd-units" "lsp" "--stdio")
  "Command that starts the server."
  :group 'lsp-systemd-units
  :risky t
  :type '(repeat string))

(lsp-dependency 'systemd-units
                '(:system "systemd-units")
                '(:npm :package "systemd-units" :path "systemd-units"))

(add-to-list 'lsp-language-id-configuration '(systemd-mode . "systemd"))
(add-to-list 'lsp-language-id-configuration
             (cons (concat "\\.\\(?:service\\|socket\\|timer\\|path\\|mount\\|automount\\|swap\\|target\\|slice\\|scope\\)"
                           "\\(?:\\.d/[^/]+\\.conf\\)?\\'")
                   "systemd"))

(lsp-register-client
 (make-lsp-client
  :new-connection (lsp-stdio-connection (lambda () lsp-systemd-units-command))
  :activation-fn (lsp-activate-on "systemd")
  :server-id 'systemd-units
  :priority -1
  :download-server-fn (lambda (_client callback error-callback _update?)
                        (lsp-package-ensure 'systemd-units callback error-callback))))

(provide 'lsp-systemd-units)
;;; lsp-systemd-units.el ends here
