//! Appending responses, on the writer's thread.

use std::collections::BTreeMap;

use api::{ResponseRecord, UserId};
use engine::{Ability, SchoolDay, SkillState};
use item_bank::{RawAnswer, SkillCode};
use rusqlite::{Row, params};
use store::{AppendReply, Appended, EstimateRow, GradedResponse, Scored, StoreError, StoreResult};
use uuid::Uuid;

use crate::projection::{upsert_ability, upsert_estimate};
use crate::sql;
use crate::write::Write;

/// A response with its JSON columns made.
pub(crate) struct Encoded {
    graded: GradedResponse,
    answer: String,
    result: String,
}

impl Encoded {
    pub fn new(graded: GradedResponse) -> StoreResult<Self> {
        let json = |error: serde_json::Error| StoreError::Other(error.to_string());
        let answer = serde_json::to_string(&graded.record.answer).map_err(json)?;
        let result = serde_json::to_string(&graded.result).map_err(json)?;
        Ok(Self {
            graded,
            answer,
            result,
        })
    }
}

pub(crate) fn append(
    write: &mut Write<'_>,
    student: UserId,
    responses: &[Encoded],
) -> StoreResult<AppendReply> {
    let mut estimates = Estimates::of(write, student)?;
    let mut appended = Vec::with_capacity(responses.len());
    for response in responses {
        let GradedResponse {
            record,
            skill,
            scored,
            effective_at_ms,
            ..
        } = &response.graded;
        estimates.load(write, skill)?;
        if let Some(there) = stored_content(write, record)? {
            let same = there == (student.0, record.clone());
            appended.push(if same {
                Appended::Duplicate
            } else {
                Appended::IdReused
            });
            continue;
        }
        let counting = match scored {
            Some(scored) if !has_opportunity(write, student, record)? => Some(scored),
            _ => None,
        };
        insert(write, student, response, counting.is_some())?;
        if let Some(scored) = counting {
            estimates.fold(skill, scored, *effective_at_ms);
        }
        appended.push(Appended::Stored);
    }
    let (estimates, ability) = estimates.save(write)?;
    Ok(AppendReply {
        appended,
        estimates,
        ability,
    })
}

/// The ability and the estimates that a batch touches, each read once and written once.
struct Estimates<'b> {
    student: UserId,
    ability: Option<Ability>,
    moved: bool,
    by_skill: BTreeMap<&'b SkillCode, Estimate>,
}

/// The estimate of one skill while a batch is folded into it.
#[derive(Default)]
struct Estimate {
    row: Option<EstimateRow>,
    moved: bool,
}

impl<'b> Estimates<'b> {
    fn of(write: &Write<'_>, student: UserId) -> StoreResult<Self> {
        let ability = write.optional(sql::ABILITY, [student.0], |row| {
            Ok(Ability {
                mean: row.get("mean")?,
                variance: row.get("variance")?,
            })
        })?;
        Ok(Self {
            student,
            ability,
            moved: false,
            by_skill: BTreeMap::new(),
        })
    }

    fn load(&mut self, write: &Write<'_>, skill: &'b SkillCode) -> StoreResult<()> {
        if !self.by_skill.contains_key(skill) {
            let row = load(write, self.student, skill)?;
            self.by_skill.insert(skill, Estimate { row, moved: false });
        }
        Ok(())
    }

    fn fold(&mut self, skill: &'b SkillCode, scored: &Scored, effective_at_ms: i64) {
        let estimate = self.by_skill.entry(skill).or_default();
        let start = || EstimateRow::before_any(self.student, skill.clone(), &scored.params);
        let ability = self
            .ability
            .get_or_insert_with(|| Ability::new(&scored.prior));
        estimate
            .row
            .get_or_insert_with(start)
            .fold(ability, scored, effective_at_ms);
        estimate.moved = true;
        self.moved = true;
    }

    fn save(self, write: &Write<'_>) -> StoreResult<(Vec<EstimateRow>, Option<Ability>)> {
        if let Some(ability) = self.ability.filter(|_| self.moved) {
            upsert_ability(write, self.student, &ability)?;
        }
        let mut rows = Vec::with_capacity(self.by_skill.len());
        for Estimate { row, moved } in self.by_skill.into_values() {
            let Some(row) = row else { continue };
            if moved {
                upsert_estimate(write, &row)?;
            }
            rows.push(row);
        }
        Ok((rows, self.ability))
    }
}

/// Whose response bears this id already, and what it says.
fn stored_content(
    write: &Write<'_>,
    record: &ResponseRecord,
) -> StoreResult<Option<(Uuid, ResponseRecord)>> {
    write.optional(sql::RESPONSE_BY_ID, [record.id.0], |row| {
        let answer: String = row.get("answer")?;
        let template: String = row.get("template")?;
        Ok((
            row.get("student_id")?,
            ResponseRecord {
                id: record.id,
                template: item_bank::TemplateRef {
                    id: template
                        .parse()
                        .map_err(|error| unreadable(row, "template", error))?,
                    version: row.get("template_version")?,
                },
                seed: row.get("seed")?,
                attempt: row.get("attempt")?,
                answer: serde_json::from_str::<RawAnswer>(&answer)
                    .map_err(|error| unreadable(row, "answer", error))?,
                hints: row.get("hints")?,
                bridge: row.get("bridge")?,
                answered_at_ms: row.get("answered_at_ms")?,
                elapsed_ms: row.get("elapsed_ms")?,
            },
        ))
    })
}

fn has_opportunity(
    write: &Write<'_>,
    student: UserId,
    record: &ResponseRecord,
) -> StoreResult<bool> {
    let item = params![
        student.0,
        record.template.id.as_str(),
        record.template.version,
        record.seed
    ];
    write
        .optional(sql::HAS_OPPORTUNITY, item, |_| Ok(()))
        .map(|found| found.is_some())
}

fn insert(
    write: &mut Write<'_>,
    student: UserId,
    response: &Encoded,
    opportunity: bool,
) -> StoreResult<()> {
    let graded = &response.graded;
    let record = &graded.record;
    let scored = graded.scored.as_ref();
    let params_id = scored
        .map(|scored| write.skill_params_id(&scored.params))
        .transpose()?;
    let prior_id = scored
        .map(|scored| write.ability_prior_id(&scored.prior))
        .transpose()?;
    write.execute(
        sql::INSERT_RESPONSE,
        &[
            &record.id.0,
            &student.0,
            &graded.device.0,
            &graded.skill.as_str(),
            &record.template.id.as_str(),
            &record.template.version,
            &record.seed,
            &record.attempt,
            &response.answer,
            &response.result,
            &record.hints,
            &graded.hints_of,
            &record.bridge,
            &record.elapsed_ms,
            &record.answered_at_ms,
            &graded.received_at_ms,
            &graded.effective_at_ms,
            &opportunity,
            &scored.map(|scored| scored.correct),
            &scored.map(|scored| scored.item.difficulty),
            &scored.map(|scored| scored.item.chance),
            &scored.map(|scored| scored.help.depth),
            &scored.map(|scored| scored.help.of),
            &scored.map(|scored| scored.bridged),
            &scored.map(|scored| scored.day.0),
            &params_id,
            &prior_id,
        ],
    )?;
    Ok(())
}

fn load(write: &Write<'_>, student: UserId, skill: &SkillCode) -> StoreResult<Option<EstimateRow>> {
    write.optional(sql::ESTIMATE, params![student.0, skill.as_str()], |row| {
        Ok(EstimateRow {
            student,
            skill: skill.clone(),
            state: SkillState {
                odds: row.get("odds")?,
                opportunities: row.get("opportunities")?,
                evidence: row.get("evidence")?,
                unaided: row.get("unaided")?,
                unbridged: row.get("unbridged")?,
                run: row.get("run")?,
                since_run: row.get("since_run")?,
                stability: row.get("stability")?,
                last_day: row.get::<_, Option<i32>>("last_day")?.map(SchoolDay),
            },
            last_at_ms: row.get("last_at_ms")?,
        })
    })
}

fn unreadable(
    row: &Row<'_>,
    column: &str,
    error: impl std::error::Error + Send + Sync + 'static,
) -> rusqlite::Error {
    let index = row.as_ref().column_index(column).unwrap_or_default();
    rusqlite::Error::FromSqlConversionFailure(index, rusqlite::types::Type::Text, Box::new(error))
}
