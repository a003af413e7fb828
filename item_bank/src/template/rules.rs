//! What each kind of item needs from its author.

use serde::{Deserialize, Serialize};

use super::{Kind, Truth};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChoiceRule {
    pub text: String,
    /// `true`, `false` or an expression over the variables.
    pub correct: Truth,
    /// For a wrong choice: what the thought behind it overlooks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MisconceptionRule {
    /// The wrong answer that this thought leads to, written as the kind's `answer` is.
    pub answer: String,
    pub feedback: String,
}

/// A hint; in files and packs a bare text, unless it asks something.
#[derive(Clone, Debug, PartialEq)]
pub struct HintRule {
    pub text: String,
    /// A smaller question on the way: a scaffold. It is answered for practice, never scored.
    pub ask: Option<Ask>,
}

impl From<&str> for HintRule {
    fn from(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            ask: None,
        }
    }
}

/// What a scaffold asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    pub kind: Kind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accept: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<ChoiceRule>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PairRule {
    pub left: String,
    pub right: String,
}

/// A number line to mark. All values are expressions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineRule {
    pub from: String,
    pub to: String,
    /// Between ticks; marks snap to ticks.
    pub step: String,
    /// Ticks from one label to the next; every tick when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label_every: Option<String>,
    /// The points to mark: this or `interval`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<IntervalRule>,
}

/// A missing end means that it goes on for ever.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IntervalRule {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// A condition: the end itself does not belong.
    #[serde(default = "Truth::no", skip_serializing_if = "Truth::is_no")]
    pub from_open: Truth,
    #[serde(default = "Truth::no", skip_serializing_if = "Truth::is_no")]
    pub to_open: Truth,
}

/// A coordinate grid to mark. All values are expressions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlotRule {
    /// `[from, to]` or `[from, to, step]`.
    pub x: Vec<String>,
    pub y: Vec<String>,
    /// Each `[x, y]`, in any order.
    pub points: Vec<[String; 2]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x_label: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub y_label: Option<String>,
}

/// A table with gaps. A cell is a text; one that begins with `=` is a gap, and what follows the
/// sign is the expression of what belongs there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableRule {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
}
