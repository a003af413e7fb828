//! The server's own responses as fitting reads them.

use std::collections::HashMap;
use std::hash::Hash;

use api::{SupportLevel, UserId};
use fit::{Dataset, Response};
use serde::Serialize;
use sha2::{Digest, Sha256};
use store::{Opportunity, Store, StoreResult};

use super::replay::each_opportunity;

/// One line of `trellis export responses`: the `trellis` format of `trellis model fit`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExportedResponse<'a> {
    /// Stands for the student in this export alone.
    pub student: &'a str,
    pub skill: &'a str,
    pub template: &'a str,
    pub correct: bool,
    /// 1/k for k choices, 0 for open answers.
    pub chance: f64,
    /// Share of the hint ladder seen before answering.
    pub help: f64,
    /// Days since 1970 at school.
    pub day: i32,
    /// The school's time.
    pub answered_at_ms: i64,
    /// For the report on fairness, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<&'static str>,
}

/// The group of a student by the support they learn English with.
pub fn group_of(support: SupportLevel) -> &'static str {
    match support {
        SupportLevel::None => "not an English learner",
        SupportLevel::Emerging => "English learner, emerging",
        SupportLevel::Expanding => "English learner, expanding",
        SupportLevel::Bridging => "English learner, bridging",
        SupportLevel::Exited => "exited from English learner",
    }
}

/// Names students by what cannot be turned back into their ids: SHA-256 of a secret that is
/// forgotten with it, and the id.
#[derive(Debug)]
pub struct Pseudonyms {
    secret: [u8; 32],
    known: HashMap<UserId, String>,
}

impl Pseudonyms {
    pub fn new(secret: [u8; 32]) -> Self {
        Self {
            secret,
            known: HashMap::new(),
        }
    }

    pub fn of(&mut self, student: UserId) -> &str {
        let secret = self.secret;
        self.known.entry(student).or_insert_with(|| {
            let digest = Sha256::new()
                .chain_update(secret)
                .chain_update(student.0.as_bytes())
                .finalize();
            format!("s-{}", hex::encode(&digest[..8]))
        })
    }
}

impl<'a> ExportedResponse<'a> {
    pub fn new(student: &'a str, group: Option<&'static str>, response: &'a Opportunity) -> Self {
        Self {
            student,
            group,
            skill: response.skill.as_str(),
            template: response.template.as_str(),
            correct: response.scored.correct,
            chance: response.scored.item.chance,
            help: response.scored.help.share(),
            day: response.scored.day.0,
            answered_at_ms: response.effective_at_ms,
        }
    }
}

/// Everything that counted, without a file between.
pub async fn dataset(store: &dyn Store) -> StoreResult<Dataset> {
    let mut builder = DatasetBuilder::default();
    each_opportunity(store, |response| builder.add(&response)).await?;
    Ok(builder.finish())
}

/// Makes a data set of responses in the order of arrival.
#[derive(Debug, Default)]
pub struct DatasetBuilder {
    students: Names<UserId>,
    skills: Names<String>,
    items: Names<String>,
    responses: Vec<Response>,
}

impl DatasetBuilder {
    pub fn add(&mut self, response: &Opportunity) {
        self.responses.push(Response {
            student: self.students.number(&response.student),
            skill: self.skills.number(response.skill.as_str()),
            item: Some(self.items.number(response.template.as_str())),
            group: None,
            correct: response.scored.correct,
            chance: response.scored.item.chance,
            help: response.scored.help.share(),
            day: Some(response.scored.day.0),
        });
    }

    pub fn finish(self) -> Dataset {
        let mut responses = self.responses;
        // stable: within a student the order of arrival stays
        responses.sort_by_key(|response| response.student);
        let number = |n: usize| format!("s-{n}");
        Dataset {
            students: (0..self.students.names.len()).map(number).collect(),
            skills: self.skills.names,
            items: self.items.names,
            groups: Vec::new(),
            responses,
        }
    }
}

/// Names by the number at which each was first seen.
#[derive(Debug)]
struct Names<T> {
    numbers: HashMap<T, u32>,
    names: Vec<T>,
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self {
            numbers: HashMap::new(),
            names: Vec::new(),
        }
    }
}

impl<T: Eq + Hash + Clone> Names<T> {
    fn number<Q>(&mut self, name: &Q) -> u32
    where
        T: std::borrow::Borrow<Q>,
        Q: Eq + Hash + ToOwned<Owned = T> + ?Sized,
    {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = self.names.len() as u32;
        self.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }
}
