//! What happens between students and academic words.

use api::{ClassId, UserId};
use async_trait::async_trait;
use engine::{SchoolDay, TermEvent};
use item_bank::bridge::{Said, SayTask};
use sqlx::query;
use store::{
    Happened, LeaningRow, NewUse, SentenceRow, StoreError, StoreResult, TermEventRow, UseAppended,
    Words,
};
use uuid::Uuid;

use crate::open::SqliteStore;
use crate::read::{FromReader, Reader, corrupt};
use crate::write::Write;
use crate::{sql, values};

#[async_trait]
impl Words for SqliteStore {
    async fn append_uses(
        &self,
        student: UserId,
        uses: Vec<NewUse>,
    ) -> StoreResult<Vec<UseAppended>> {
        // encoded here, on the caller's thread: the writer's time is everybody's
        let uses: Vec<Encoded> = uses
            .into_iter()
            .map(Encoded::new)
            .collect::<StoreResult<_>>()?;
        self.writer()?
            .run(uses.len(), move |write| {
                uses.iter().map(|one| append(write, student, one)).collect()
            })
            .await
    }

    async fn term_events_of_student(&self, student: UserId) -> StoreResult<Vec<TermEventRow>> {
        self.all(query(sql::TERM_EVENTS_OF_STUDENT).bind(student.0))
            .await
    }

    async fn term_events_of_class(&self, class: ClassId) -> StoreResult<Vec<TermEventRow>> {
        self.all(query(sql::TERM_EVENTS_OF_CLASS).bind(class.0))
            .await
    }

    async fn sentences_of_class(
        &self,
        class: ClassId,
        of_each: u32,
    ) -> StoreResult<Vec<SentenceRow>> {
        self.all(query(sql::SENTENCES_OF_CLASS).bind(class.0).bind(of_each))
            .await
    }

    async fn leaning_of_class(
        &self,
        class: ClassId,
        since_ms: i64,
    ) -> StoreResult<Vec<LeaningRow>> {
        self.all(query(sql::LEANING_OF_CLASS).bind(class.0).bind(since_ms))
            .await
    }
}

/// A use as its columns hold it.
struct Encoded {
    row: NewUse,
    kind: &'static str,
    said: Option<Said>,
    task: Option<String>,
    text: Option<String>,
}

impl Encoded {
    fn new(row: NewUse) -> StoreResult<Self> {
        let (kind, said, task, text) = match &row.what {
            Happened::Met => ("met", None, None, None),
            Happened::Asked => ("asked", None, None, None),
            Happened::Answered => ("answered", Some(Said::Right), None, None),
            Happened::Said { task, said, text } => {
                let json = serde_json::to_string(task)
                    .map_err(|error| StoreError::Other(error.to_string()))?;
                ("said", Some(*said), Some(json), text.clone())
            }
        };
        Ok(Self {
            row,
            kind,
            said,
            task,
            text,
        })
    }

    fn task(&self) -> Option<&SayTask> {
        match &self.row.what {
            Happened::Said { task, .. } => Some(task),
            _ => None,
        }
    }
}

/// What a row that is there says.
struct Kept {
    student: Uuid,
    term: String,
    kind: String,
    verdict: Option<String>,
    task: Option<String>,
    text: Option<String>,
}

fn append(write: &Write<'_>, student: UserId, one: &Encoded) -> StoreResult<UseAppended> {
    let kept = write.optional(sql::USE_BY_ID, [one.row.id.0], |row| {
        Ok(Kept {
            student: row.get("student_id")?,
            term: row.get("term")?,
            kind: row.get("kind")?,
            verdict: row.get("verdict")?,
            task: row.get("task")?,
            text: row.get("text")?,
        })
    })?;
    if let Some(kept) = kept {
        return again(student, one, &kept);
    }
    let row = &one.row;
    write.execute(
        sql::INSERT_USE,
        &[
            &row.id.0,
            &student.0,
            &row.term.as_str(),
            &one.kind,
            &one.said.map(values::said_text),
            &one.task,
            &one.text,
            &row.at_ms,
            &row.day.0,
            &row.received_at_ms,
        ],
    )?;
    Ok(UseAppended::Stored)
}

/// The verdict does not tell two uses apart: a later version may judge the same words otherwise, and
/// the first verdict stays.
fn again(student: UserId, one: &Encoded, kept: &Kept) -> StoreResult<UseAppended> {
    let task: Option<SayTask> = kept
        .task
        .as_deref()
        .map(serde_json::from_str)
        .transpose()
        .map_err(|error| corrupt("task", error))?;
    let same = kept.student == student.0
        && kept.term == one.row.term.as_str()
        && kept.kind == one.kind
        && task.as_ref() == one.task()
        && kept.text == one.text;
    if !same {
        return Ok(UseAppended::IdReused);
    }
    let said = kept.verdict.as_deref().map(|text| {
        values::said(text).ok_or_else(|| corrupt("verdict", format!("'{text}' is none")))
    });
    Ok(UseAppended::Duplicate {
        said: said.transpose()?,
    })
}

impl FromReader for TermEventRow {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        let kind: &str = row.get("kind")?;
        let verdict: Option<&str> = row.get("verdict")?;
        let event = match (kind, verdict) {
            ("met", _) => TermEvent::Met,
            ("asked", _) => TermEvent::Asked,
            (_, Some("right")) => TermEvent::Used,
            (_, Some("other")) => TermEvent::Misused,
            _ => return Err(corrupt("verdict", format!("'{kind}' with {verdict:?}"))),
        };
        Ok(Self {
            student: row.id("student_id")?,
            term: row.code("term")?,
            event,
            day: SchoolDay(row.get("day")?),
            times: row.get("times")?,
        })
    }
}

impl FromReader for SentenceRow {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        Ok(Self {
            student: row.id("student_id")?,
            term: row.code("term")?,
            text: row.get("text")?,
            at_ms: row.get("at_ms")?,
        })
    }
}

impl FromReader for LeaningRow {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        Ok(Self {
            student: row.id("student_id")?,
            answers: row.get("answers")?,
            with_bridge: row.get("with_bridge")?,
        })
    }
}
