//! Every version that comes with the program, kept for the answers that will name it.

use std::collections::HashMap;
use std::fmt;

use item_bank::{Bank, Template, TemplateId, TemplateRef};
use sha2::{Digest, Sha256};
use store::{NewVersion, Origin, Store, VersionRow};

use super::ContentError;

/// A template of the program that is not any more what it was at the same version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    pub file: String,
    pub reference: TemplateRef,
}

impl fmt::Display for Changed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let TemplateRef { id, version } = &self.reference;
        write!(
            f,
            "{}: template '{id}' was another at version {version}: raise its version to {}",
            self.file,
            version + 1
        )
    }
}

/// A version on its way into the archive.
pub fn version_of(
    template: &Template,
    origin: Origin,
    at_ms: i64,
) -> Result<NewVersion, ContentError> {
    let json = serde_json::to_string(template).map_err(|error| ContentError::Json {
        id: template.id.clone(),
        error: error.to_string(),
    })?;
    Ok(NewVersion {
        reference: template.reference(),
        sha256: hex::encode(Sha256::digest(json.as_bytes())),
        json,
        origin,
        first_live_at_ms: at_ms,
    })
}

/// Keeps what this program brings that no start before has kept, in one transaction. A template that
/// is not what it was at the same version is refused, unless `accept_changed`: then what was kept
/// gives way, and answers to it are read with the new one.
pub async fn keep_embedded(
    store: &dyn Store,
    bank: &Bank,
    at_ms: i64,
    accept_changed: bool,
) -> Result<usize, ContentError> {
    let kept = store.template_versions().await?;
    let kept: HashMap<&TemplateRef, &VersionRow> =
        kept.iter().map(|row| (&row.reference, row)).collect();
    let (mut new, mut other, mut changed) = (Vec::new(), Vec::new(), Vec::new());
    for template in bank.templates() {
        let version = version_of(template, Origin::Trellis, at_ms)?;
        match kept.get(&version.reference) {
            None => new.push(version),
            Some(row) if row.sha256 == version.sha256 => {}
            Some(row) if row.origin == Origin::District => {
                tracing::warn!(
                    template = %version.reference,
                    "the district has a version of its own with this number; it counts here"
                );
            }
            // the same template, though this program writes it down in another way
            Some(_)
                if store.template_version(&version.reference).await?.as_ref() == Some(template) => {
            }
            Some(_) => {
                changed.push(Changed {
                    file: file_of(bank, &template.id),
                    reference: version.reference.clone(),
                });
                other.push(version);
            }
        }
    }
    if !changed.is_empty() && !accept_changed {
        return Err(ContentError::Changed(changed));
    }
    for one in &changed {
        tracing::warn!(template = %one.reference, "changed at the same version, as accepted");
    }
    let count = new.len();
    if !new.is_empty() {
        store.keep_versions(new, false).await?;
    }
    if !other.is_empty() {
        store.keep_versions(other, true).await?;
    }
    Ok(count)
}

fn file_of(bank: &Bank, id: &TemplateId) -> String {
    let file = bank.file_of(id).unwrap_or("content");
    format!("item_bank/{file}")
}
