//! Responses, ready to be fitted.

/// What a file of responses says, names interned. Every name's place in its list is its number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dataset {
    pub students: Vec<String>,
    pub skills: Vec<String>,
    /// Empty when the file names no items.
    pub items: Vec<String>,
    /// Of students, for the report on fairness; empty when the file has no group column.
    pub groups: Vec<String>,
    /// Grouped by student, and within a student in the order in which they were given.
    pub responses: Vec<Response>,
}

/// One scored first attempt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Response {
    pub student: u32,
    pub skill: u32,
    pub item: Option<u32>,
    pub group: Option<u32>,
    pub correct: bool,
    /// 1/k for k choices, 0 for an open answer or when the file does not say.
    pub chance: f64,
    /// Share of the hint ladder seen before answering, 0 (unaided) to 1 (the last hint).
    pub help: f64,
    /// Day of the answer, when the file has times; forgetting between days needs it.
    pub day: Option<i32>,
}

impl Dataset {
    /// The responses of each student, in the order of `students`.
    pub fn by_student(&self) -> impl Iterator<Item = &[Response]> {
        self.responses.chunk_by(|a, b| a.student == b.student)
    }
}
