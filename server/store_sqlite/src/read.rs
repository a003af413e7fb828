//! Rows, as the read side of the pool gives them.

use std::str::FromStr;

use api::{OrgId, PracticeSettings, ResponseId, UserId};
use engine::{Ability, AbilityPrior, Help, ItemParams, SchoolDay, SkillParams, SkillState};
use item_bank::{LanguageTag, TemplateRef};
use serde::de::DeserializeOwned;
use sqlx::sqlite::SqliteRow;
use sqlx::{Decode, Row, Sqlite, Type};
use store::{
    AbilityRow, AdoptedFile, AssignmentRow, ClassRow, CredentialHash, EstimateRow, ModelId,
    ModelRow, NewModel, Opportunity, PinRow, Scored, SessionRow, StaffAccount, StoreError,
    StoreResult, StoredResponse, StudentAccount, StudentClass, StudentRow,
};
use uuid::Uuid;

use crate::error::Errors;
use crate::values;

/// One row with the means to say what is wrong with it.
pub(crate) struct Reader<'r> {
    row: &'r SqliteRow,
    errors: &'r Errors,
}

/// A row type that can be read.
pub(crate) trait FromReader: Sized {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self>;
}

impl<'r> Reader<'r> {
    pub fn new(row: &'r SqliteRow, errors: &'r Errors) -> Self {
        Self { row, errors }
    }

    pub fn get<T: Decode<'r, Sqlite> + Type<Sqlite>>(&self, column: &str) -> StoreResult<T> {
        self.row
            .try_get(column)
            .map_err(|error| self.errors.read(error))
    }

    pub fn id<T: From<Uuid>>(&self, column: &str) -> StoreResult<T> {
        self.get::<Uuid>(column).map(T::from)
    }

    pub fn code<T: FromStr<Err: ToString>>(&self, column: &'static str) -> StoreResult<T> {
        parse(column, self.get(column)?)
    }

    fn maybe_code<T: FromStr<Err: ToString>>(
        &self,
        column: &'static str,
    ) -> StoreResult<Option<T>> {
        self.get::<Option<&str>>(column)?
            .map(|text| parse(column, text))
            .transpose()
    }

    pub fn word<T>(&self, column: &'static str, read: fn(&str) -> Option<T>) -> StoreResult<T> {
        let text = self.get(column)?;
        read(text).ok_or_else(|| corrupt(column, format!("'{text}' is not one of its words")))
    }

    pub fn json<T: DeserializeOwned>(&self, column: &'static str) -> StoreResult<T> {
        serde_json::from_str(self.get(column)?).map_err(|error| corrupt(column, error))
    }
}

fn parse<T: FromStr<Err: ToString>>(what: &'static str, text: &str) -> StoreResult<T> {
    text.parse().map_err(|error: T::Err| corrupt(what, error))
}

pub(crate) fn corrupt(what: &'static str, reason: impl ToString) -> StoreError {
    StoreError::Corrupt {
        what,
        reason: reason.to_string(),
    }
}

impl FromReader for StaffAccount {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        Ok(Self {
            id: row.id("id")?,
            display_name: row.get("display_name")?,
            credential: CredentialHash(row.get("hash")?),
        })
    }
}

impl FromReader for StudentAccount {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        Ok(Self {
            id: row.id("id")?,
            given_name: row.get("given_name")?,
            family_name: row.get("family_name")?,
            credential: CredentialHash(row.get("hash")?),
        })
    }
}

impl FromReader for StudentRow {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        Ok(Self {
            id: row.id("id")?,
            given_name: row.get("given_name")?,
            family_name: row.get("family_name")?,
            home_language: row.maybe_code("home_language")?,
            support: row.word("support", values::support)?,
        })
    }
}

impl FromReader for SessionRow {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        let display_name = match row.get("display_name")? {
            Some(of_staff) => of_staff,
            None => given_and_initial(row.get("given_name")?, row.get("family_name")?),
        };
        Ok(Self {
            user: row.id("person_id")?,
            role: row.word("role", values::role)?,
            display_name,
            home_language: row.maybe_code::<LanguageTag>("home_language")?,
            expires_at_ms: row.get("expires_at_ms")?,
        })
    }
}

/// "Ana R.": enough for the student to see whose page it is, on a screen that others see too.
fn given_and_initial(given: &str, family: &str) -> String {
    match family.chars().next() {
        Some(initial) => format!("{given} {initial}."),
        None => given.to_owned(),
    }
}

impl FromReader for ClassRow {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        Ok(Self {
            id: row.id("id")?,
            title: row.get("title")?,
            school: row.get("school")?,
            grade: row.get("grade")?,
            code: row.get("code")?,
            settings: settings(row)?,
        })
    }
}

/// The schema has both or neither.
fn settings(row: &Reader<'_>) -> StoreResult<Option<PracticeSettings>> {
    let threshold: Option<f64> = row.get("mastery_threshold")?;
    let target: Option<f64> = row.get("success_target")?;
    Ok(threshold
        .zip(target)
        .map(|(mastery_threshold, success_target)| PracticeSettings {
            mastery_threshold,
            success_target,
        }))
}

impl FromReader for StudentClass {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        Ok(Self {
            id: row.id("class_id")?,
            settings: settings(row)?,
        })
    }
}

impl FromReader for PinRow {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        Ok(Self {
            skill: row.code("skill")?,
            teacher: row.get("teacher")?,
            pinned_at_ms: row.get("pinned_at_ms")?,
        })
    }
}

impl FromReader for OrgId {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        row.id("id")
    }
}

impl FromReader for AssignmentRow {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        Ok(Self {
            id: row.id("id")?,
            class: row.id("class_id")?,
            class_title: row.get("class_title")?,
            teacher: row.get("teacher")?,
            pathway: row.code("pathway")?,
            assigned_at_ms: row.get("assigned_at_ms")?,
        })
    }
}

impl FromReader for EstimateRow {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        Ok(Self {
            student: row.id("student_id")?,
            skill: row.code("skill")?,
            state: SkillState {
                odds: row.get("odds")?,
                opportunities: row.get("opportunities")?,
                evidence: row.get("evidence")?,
                unaided: row.get("unaided")?,
                unbridged: row.get("unbridged")?,
                run: row.get("run")?,
                since_run: row.get("since_run")?,
                stability: row.get("stability")?,
                last_day: row.get::<Option<i32>>("last_day")?.map(SchoolDay),
            },
            last_at_ms: row.get("last_at_ms")?,
        })
    }
}

impl FromReader for StoredResponse {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        let counted: bool = row.get("opportunity")?;
        Ok(Self {
            position: row.get("position")?,
            id: row.id::<ResponseId>("id")?,
            student: row.id::<UserId>("student_id")?,
            skill: row.code("skill")?,
            template: TemplateRef {
                id: row.code("template")?,
                version: row.get("template_version")?,
            },
            seed: row.get("seed")?,
            attempt: row.get("attempt")?,
            answer: row.json("answer")?,
            result: row.json("result")?,
            elapsed_ms: row.get("elapsed_ms")?,
            answered_at_ms: row.get("answered_at_ms")?,
            effective_at_ms: row.get("effective_at_ms")?,
            hints: row.get("hints")?,
            hints_of: row.get("hints_of")?,
            bridge: row.get("bridge")?,
            opportunity: counted.then(|| scored(row)).transpose()?,
        })
    }
}

impl FromReader for Opportunity {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        Ok(Self {
            position: row.get("position")?,
            student: row.id("student_id")?,
            skill: row.code("skill")?,
            template: row.code("template")?,
            effective_at_ms: row.get("effective_at_ms")?,
            scored: scored(row)?,
        })
    }
}

impl FromReader for AbilityRow {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        Ok(Self {
            student: row.id("student_id")?,
            ability: Ability {
                mean: row.get("mean")?,
                variance: row.get("variance")?,
            },
        })
    }
}

pub(crate) struct FoldedBy(pub u32);

impl FromReader for FoldedBy {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        row.get("folded_by").map(Self)
    }
}

pub(crate) struct Position(pub i64);

impl FromReader for Position {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        row.get("position").map(Self)
    }
}

impl FromReader for ModelRow {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        let text: Option<String> = row.get("file")?;
        let sha256: Option<String> = row.get("sha256")?;
        Ok(Self {
            id: ModelId(row.get("id")?),
            version: NewModel {
                adopted_at_ms: row.get("adopted_at_ms")?,
                adopted_by: row.get("adopted_by")?,
                note: row.get("note")?,
                file: text
                    .zip(sha256)
                    .map(|(text, sha256)| AdoptedFile { text, sha256 }),
                at_position: row.get("at_position")?,
                rebuilt: row.get::<i64>("from_position")? == 0,
                past: row.get::<Option<i64>>("past")?.map(ModelId),
                reading: row
                    .get::<Option<&str>>("reading")?
                    .map(serde_json::from_str)
                    .transpose()
                    .map_err(|error| corrupt("reading", error))?,
                previous: row.get::<Option<i64>>("previous")?.map(ModelId),
                returns_to: row.get::<Option<i64>>("returns_to")?.map(ModelId),
            },
        })
    }
}

fn scored(row: &Reader<'_>) -> StoreResult<Scored> {
    Ok(Scored {
        correct: row.get("correct")?,
        item: ItemParams {
            difficulty: row.get("difficulty")?,
            chance: row.get("chance")?,
        },
        help: Help {
            depth: row.get("help_depth")?,
            of: row.get("help_of")?,
        },
        bridged: row.get("bridged")?,
        day: SchoolDay(row.get("day")?),
        // as stored, unchecked: a fold must use the very values that the first one used
        params: SkillParams {
            prior: row.get("prior")?,
            learn: row.get("learn")?,
            guess: row.get("guess")?,
            slip: row.get("slip")?,
            forget: row.get("forget")?,
            forget_daily: row.get("forget_daily")?,
            guess_slope: row.get("guess_slope")?,
            slip_slope: row.get("slip_slope")?,
        },
        prior: AbilityPrior {
            variance: row.get("variance")?,
            drift: row.get("drift")?,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_students_name_is_shortened_to_an_initial() {
        assert_eq!(given_and_initial("Ana", "Rivera"), "Ana R.");
        assert_eq!(given_and_initial("Zoë", "Öst"), "Zoë Ö.");
        assert_eq!(given_and_initial("Teller", ""), "Teller");
    }
}
