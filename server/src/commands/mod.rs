//! The `trellis` command line: one file a command.

mod bridge;
mod content;
mod demo;
mod export;
mod import;
mod migrate;
mod model;
mod openapi;
mod progress;
mod say;
mod serve;
mod user;
mod verify;

use clap::{Parser, Subcommand};

pub use content::{Folder, SourceFile};

/// Adaptive practice for K-12 districts: one binary, one database file.
#[derive(Debug, Parser)]
#[command(
    name = "trellis",
    version,
    propagate_version = true,
    max_term_width = 100
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Answer requests: the app and its API.
    #[command(after_help = "Example: trellis serve --demo --listen 127.0.0.1:3000")]
    Serve(crate::config::ServeArgs),
    /// Make the database where there is none, and bring its schema up to date.
    #[command(after_help = "Example: trellis migrate --database var/trellis.db")]
    Migrate(migrate::MigrateArgs),
    /// Fill an empty database with a fictional district, or print its sign-ins.
    #[command(after_help = "Examples:\n  trellis demo --database var/demo.db\n  \
        trellis demo --list")]
    Demo(demo::DemoArgs),
    /// Add staff and set their passwords.
    #[command(subcommand)]
    User(user::UserCommand),
    /// Check, sample, draw and preview content.
    #[command(subcommand)]
    Content(content::ContentCommand),
    /// Look through texts as the bridge does for teachers.
    #[command(subcommand)]
    Bridge(bridge::BridgeCommand),
    /// Bring in content of other projects.
    #[command(subcommand)]
    Import(import::ImportCommand),
    /// Adopt fitted parameters, and see which are in force.
    #[command(subcommand)]
    Model(model::ModelCommand),
    /// Write what the server holds, for other tools.
    #[command(subcommand)]
    Export(export::ExportCommand),
    /// Rebuild every estimate and ability from the responses and compare, bit for bit.
    #[command(
        after_help = "Example: trellis verify --database var/trellis.db --json\n\n\
        Exit code 1 when an estimate differs. With --rebuild the estimates are replaced."
    )]
    Verify(verify::VerifyArgs),
    /// Print the OpenAPI description of the API.
    #[command(after_help = "Example: trellis openapi > docs/openapi.json")]
    Openapi,
}

impl Cli {
    pub async fn run(self) -> anyhow::Result<()> {
        match self.command {
            Command::Serve(args) => serve::run(args).await,
            Command::Migrate(args) => migrate::run(args).await,
            Command::Demo(args) => demo::run(args).await,
            Command::User(command) => user::run(command).await,
            Command::Bridge(command) => bridge::run(command),
            Command::Content(command) => content::run(command).await,
            Command::Import(command) => import::run(command).await,
            Command::Model(command) => model::run(command).await,
            Command::Export(command) => export::run(command).await,
            Command::Verify(args) => verify::run(args).await,
            Command::Openapi => openapi::run(),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    /// Every command that does something shows an example.
    fn check(command: &clap::Command) {
        let mut parts = command.get_subcommands().peekable();
        if parts.peek().is_none() {
            let help = command.clone().render_long_help().to_string();
            assert!(
                help.contains("Example"),
                "`{}` shows no example",
                command.get_name()
            );
        }
        parts.for_each(check);
    }

    #[test]
    fn every_command_shows_an_example() {
        let cli = Cli::command();
        cli.clone().debug_assert();
        check(&cli);
    }
}
