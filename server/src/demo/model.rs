//! The demo district runs on parameters that were fitted to its own responses, as a district does
//! after its first term.

use fit::ability::AbilityFitError;
use fit::model_file::ModelFileError;
use item_bank::Bank;
use store::{ModelId, Store, StoreError};

use crate::model::{Adoption, Refused, Signed, Target, dataset, fit_default};

/// Why the demo district has no model of its own.
#[derive(Debug, thiserror::Error)]
pub enum NoModel {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Fit(#[from] AbilityFitError),
    #[error(transparent)]
    File(#[from] ModelFileError),
    #[error(transparent)]
    Refused(#[from] Refused),
    #[error("fitting it was cut short: {0}")]
    Stopped(String),
}

/// Fits the default model to everything that was answered, and brings it into force for the past
/// and for what comes.
pub async fn adopt_fitted(store: &dyn Store, now_ms: i64) -> Result<ModelId, NoModel> {
    let data = dataset(store).await?;
    let fitted = tokio::task::spawn_blocking(move || fit_default(&data, None, "demo district"));
    let mut file = fitted
        .await
        .map_err(|error| NoModel::Stopped(error.to_string()))??;
    // the one thing in it that is not the same each time
    file.fitted.seconds = 0.0;
    let signed = Signed {
        by: "trellis demo".to_owned(),
        note: "Fitted to the demo district's simulated responses.".to_owned(),
        at_ms: now_ms,
    };
    let target = Target::File(file.to_json()?);
    let adoption = Adoption::of(Bank::embedded(), store, target, signed, true).await?;
    Ok(adoption.adopt(store).await?)
}
