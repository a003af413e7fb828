//! `trellis user add`, `trellis user password` and `trellis user reader`

use std::io::{IsTerminal as _, stdin};

use anyhow::{Context as _, bail};
use api::{OrgId, UserId};
use clap::{Args, Subcommand};
use item_bank::{Bank, LanguagePack, LanguageTag};
use serde_json::json;
use store::{CredentialHash, NewOrg, NewStaff, OrgKind, Store, StoreError};

use super::say;
use crate::auth::hasher;
use crate::clock::{Clock, SystemClock};
use crate::config::DatabaseArgs;
use crate::database::Database;
use crate::ids;

#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Add a teacher. The password is read from standard input.
    #[command(after_help = "Example: printf '%s' \"$PASSWORD\" | trellis user add \
        --username okafor --name 'Ms. Okafor' --school 'Marigold Middle School'")]
    Add(AddArgs),
    /// Set a teacher's password, read from standard input.
    #[command(
        after_help = "Example: printf '%s' \"$PASSWORD\" | trellis user password \
        --username okafor"
    )]
    Password(PasswordArgs),
    /// Name a teacher a reader of a language, who may approve the bridge's texts in it.
    #[command(
        after_help = "Example: trellis user reader --username okafor --language es\n\
        Name only people who read the language well: students see what they approve."
    )]
    Reader(ReaderArgs),
}

#[derive(Args, Debug)]
pub struct AddArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    /// What the teacher types to sign in; capital letters do not matter.
    #[arg(long)]
    username: String,
    /// What students see: "Ms. Okafor".
    #[arg(long)]
    name: String,
    /// The school; it is added when it is not there.
    #[arg(long)]
    school: String,
    /// Print as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Args, Debug)]
pub struct PasswordArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    #[arg(long)]
    username: String,
}

#[derive(Args, Debug)]
pub struct ReaderArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    #[arg(long)]
    username: String,
    /// The language's tag, such as `es` or `zh-Hans`.
    #[arg(long)]
    language: String,
    /// Take it back. What they have approved stays approved.
    #[arg(long)]
    remove: bool,
}

/// NIST 800-63B and ASVS 6.2.1: at least 8, better 15, and no rules of composition.
const SHORTEST: usize = 8;
const LONGEST: usize = 256;

pub async fn run(command: UserCommand) -> anyhow::Result<()> {
    match command {
        UserCommand::Add(args) => add(args).await,
        UserCommand::Password(args) => password(args).await,
        UserCommand::Reader(args) => reader(args).await,
    }
}

async fn add(args: AddArgs) -> anyhow::Result<()> {
    let username = username(&args.username)?;
    let credential = read_password(&username)?;
    let database = Database::open(&args.database.location()?).await?;
    let result = add_to(&*database.store(), &args, username.clone(), credential).await;
    database.close().await;
    let id = result?;
    if args.json {
        say::line(json!({ "id": id, "username": username }));
    } else {
        say::line(format!("{} can sign in as '{username}'.", args.name));
    }
    Ok(())
}

async fn add_to(
    store: &dyn Store,
    args: &AddArgs,
    username: String,
    credential: CredentialHash,
) -> anyhow::Result<UserId> {
    let now_ms = SystemClock.now_ms();
    let org = if let Some(org) = store.org_by_name(&args.school).await? {
        org
    } else {
        let id = OrgId(ids::new(now_ms)?);
        let name = args.school.clone();
        store
            .add_orgs(vec![NewOrg {
                id,
                parent: None,
                kind: OrgKind::School,
                name,
            }])
            .await?;
        id
    };
    let id = UserId(ids::new(now_ms)?);
    let display_name = args.name.clone();
    let staff = NewStaff {
        id,
        org,
        username: username.clone(),
        display_name,
        credential,
    };
    match store.add_staff(vec![staff]).await {
        Ok(()) => Ok(id),
        Err(StoreError::Conflict(_)) => bail!(
            "'{username}' is there already: choose another user name, \
             or set a new password with `trellis user password --username {username}`"
        ),
        Err(error) => Err(error.into()),
    }
}

async fn password(args: PasswordArgs) -> anyhow::Result<()> {
    let username = username(&args.username)?;
    let credential = read_password(&username)?;
    let database = Database::open(&args.database.location()?).await?;
    let result = database
        .store()
        .set_staff_credential(&username, credential)
        .await;
    database.close().await;
    if !result? {
        bail!("nobody signs in as '{username}': add them with `trellis user add`");
    }
    say::line(format!("'{username}' has a new password."));
    Ok(())
}

async fn reader(args: ReaderArgs) -> anyhow::Result<()> {
    let username = username(&args.username)?;
    let language = language(&args.language)?;
    let tag = language.language.clone();
    let database = Database::open(&args.database.location()?).await?;
    let result = set_reader(&*database.store(), &username, tag, !args.remove).await;
    database.close().await;
    let name = &language.name;
    say::line(match (result?, args.remove) {
        (true, false) => format!("'{username}' may approve texts in {name} from now on."),
        (false, false) => format!("'{username}' is a reader of {name} already."),
        (true, true) => format!("'{username}' is not a reader of {name} any more."),
        (false, true) => format!("'{username}' was not a reader of {name}."),
    });
    Ok(())
}

async fn set_reader(
    store: &dyn Store,
    username: &str,
    language: LanguageTag,
    reads: bool,
) -> anyhow::Result<bool> {
    let Some(staff) = store.staff_by_username(username).await? else {
        bail!("nobody signs in as '{username}': add them with `trellis user add`");
    };
    Ok(store.set_reader(staff.id, language, reads).await?)
}

/// A language that the bridge has.
fn language(typed: &str) -> anyhow::Result<&'static LanguagePack> {
    let languages = Bank::embedded().languages();
    let found = languages
        .iter()
        .find(|it| it.language.as_str().eq_ignore_ascii_case(typed.trim()));
    let Some(found) = found else {
        let tags: Vec<&str> = languages.iter().map(|it| it.language.as_str()).collect();
        bail!(
            "the bridge has no language '{typed}': name one of {}",
            tags.join(", ")
        );
    };
    Ok(found)
}

fn username(typed: &str) -> anyhow::Result<String> {
    let username = typed.trim().to_lowercase();
    if username.is_empty() || username.chars().count() > 64 {
        bail!("a user name has 1 to 64 characters; '{typed}' does not");
    }
    Ok(username)
}

/// From standard input, never from the command line: that is in every process list.
fn read_password(username: &str) -> anyhow::Result<CredentialHash> {
    if stdin().is_terminal() {
        eprintln!("Type the password, then Enter. It shows on the screen.");
    }
    let mut line = String::new();
    stdin()
        .read_line(&mut line)
        .context("the password cannot be read from standard input")?;
    let password = line.trim_end_matches(['\r', '\n']);
    check_password(password, username)?;
    Ok(hasher::hash(password)?)
}

fn check_password(password: &str, username: &str) -> anyhow::Result<()> {
    let length = password.chars().count();
    if !(SHORTEST..=LONGEST).contains(&length) {
        bail!(
            "the password has {length} characters: use {SHORTEST} to {LONGEST}; \
             a few words that do not belong together are easy to keep in mind"
        );
    }
    let lower = password.to_lowercase();
    if lower.contains(username) || lower.contains("password") || lower.contains("trellis") {
        bail!("the password holds a word that anyone would try first: choose other words");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_those_of_the_bank() {
        assert_eq!(language(" ES ").unwrap().language.as_str(), "es");
        let refused = language("tlh").unwrap_err().to_string();
        assert!(
            refused.contains("'tlh'") && refused.contains("es"),
            "{refused}"
        );
    }

    #[test]
    fn passwords_need_length_and_nothing_else() {
        assert!(check_password("correct horse battery", "okafor").is_ok());
        assert!(check_password("ÄÖÜ ñandú 42", "okafor").is_ok());
        for bad in ["short", "okafor-okafor", "Password123", &"x".repeat(257)] {
            assert!(check_password(bad, "okafor").is_err(), "{bad}");
        }
    }
}
