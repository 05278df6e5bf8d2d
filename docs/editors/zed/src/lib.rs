use zed_extension_api::{self as zed, LanguageServerId, LanguageServerInstallationStatus as Status, Result};

const PACKAGE: &str = "systemd-units";
/// What the command of the package runs, below the extension's own folder.
const SERVER: &str = "node_modules/systemd-units/server/dist/cli.cjs";

struct SystemdUnits;

impl zed::Extension for SystemdUnits {
    fn new() -> Self {
        Self
    }

    /// The command of the user, else the newest package, run by Zed's own Node.
    fn language_server_command(&mut self, id: &LanguageServerId, worktree: &zed::Worktree) -> Result<zed::Command> {
        if let Some(command) = worktree.which(PACKAGE) {
            return Ok(zed::Command { command, args: serving(vec![]), env: worktree.shell_env() });
        }
        install(id)?;
        let server = std::env::current_dir().map_err(|problem| problem.to_string())?.join(SERVER);
        let args = serving(vec![server.to_string_lossy().into_owned()]);
        Ok(zed::Command { command: zed::node_binary_path()?, args, env: vec![] })
    }
}

fn serving(mut args: Vec<String>) -> Vec<String> {
    args.extend(["lsp".into(), "--stdio".into()]);
    args
}

fn install(id: &LanguageServerId) -> Result<()> {
    zed::set_language_server_installation_status(id, &Status::CheckingForUpdate);
    let newest = zed::npm_package_latest_version(PACKAGE)?;
    if zed::npm_package_installed_version(PACKAGE)?.as_ref() == Some(&newest) {
        return Ok(());
    }
    zed::set_language_server_installation_status(id, &Status::Downloading);
    zed::npm_install_package(PACKAGE, &newest)
}

zed::register_extension!(SystemdUnits);
