//! What became of the last thing the teacher did, said in a status region.

use api::{Assignment, ClassId};
use item_bank::PathwayCode;

use crate::api::ApiError;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Notice {
    #[default]
    None,
    Done {
        text: String,
        /// What a press on "Undo" does again.
        undo: Option<Undo>,
    },
    Failed(ApiError),
}

/// A pathway that was taken back and can be given again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undo {
    pub class: ClassId,
    pub pathway: PathwayCode,
}

impl Notice {
    pub fn assigned(assignment: &Assignment, class: &str) -> Self {
        let text = format!(
            "“{}” is assigned to {class}. Students see it when they next open Trellis or finish a question.",
            assignment.title
        );
        Self::Done { text, undo: None }
    }

    pub fn taken_back(assignment: &Assignment, class: &str) -> Self {
        let text = format!(
            "“{}” is no longer assigned to {class}. Nothing that students did is lost.",
            assignment.title
        );
        let undo = Undo {
            class: assignment.class,
            pathway: assignment.pathway.clone(),
        };
        Self::Done {
            text,
            undo: Some(undo),
        }
    }

    pub fn done(text: impl Into<String>) -> Self {
        Self::Done {
            text: text.into(),
            undo: None,
        }
    }
}
