//! How well predictions of answers fit the answers. None of it needs to know the model.
//!
//! Every function takes answers and predictions of equal length; `None` stands where a figure is
//! not defined (no responses, one class only, a prediction that is NaN), never a NaN.

mod bootstrap;
mod calibration;
mod error;
mod fairness;
mod later;
mod ranking;

pub(crate) use bootstrap::below;
pub use bootstrap::{Interval, Intervals, bootstrap};
pub use calibration::{BINS, Bin, calibration, ece};
pub use error::{LOG_LOSS_CLIP, accuracy, bias, log_loss, rmse};
pub use fairness::{BiasByThird, GroupScore, Third, bias_by_group, bias_by_third};
pub use later::later_attempts;
pub use ranking::{auc, one_class};
