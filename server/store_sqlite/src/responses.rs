//! Responses, and the estimates that are folded from them.

use api::{ClassId, UserId};
use async_trait::async_trait;
use item_bank::SkillCode;
use sqlx::query;
use store::{AppendReply, EstimateRow, GradedResponse, Responses, StoreResult, StoredResponse};

use crate::append::{self, Encoded};
use crate::open::SqliteStore;
use crate::sql;

#[async_trait]
impl Responses for SqliteStore {
    async fn append(
        &self,
        student: UserId,
        responses: Vec<GradedResponse>,
    ) -> StoreResult<AppendReply> {
        // encoded here, on the caller's thread: the writer's time is everybody's
        let responses: Vec<Encoded> = responses
            .into_iter()
            .map(Encoded::new)
            .collect::<StoreResult<_>>()?;
        self.writer()?
            .run(responses.len(), move |write| {
                append::append(write, student, &responses)
            })
            .await
    }

    async fn estimates_of_student(&self, student: UserId) -> StoreResult<Vec<EstimateRow>> {
        self.all(query(sql::ESTIMATES_OF_STUDENT).bind(student.0))
            .await
    }

    async fn estimates_of_class(&self, class: ClassId) -> StoreResult<Vec<EstimateRow>> {
        self.all(query(sql::ESTIMATES_OF_CLASS).bind(class.0)).await
    }

    async fn responses_of(
        &self,
        student: UserId,
        skill: &SkillCode,
    ) -> StoreResult<Vec<StoredResponse>> {
        let skill = skill.as_str().to_owned();
        self.all(query(sql::RESPONSES_OF).bind(student.0).bind(skill))
            .await
    }

    async fn opportunities_after(
        &self,
        position: i64,
        limit: u32,
    ) -> StoreResult<Vec<StoredResponse>> {
        self.all(query(sql::OPPORTUNITIES_AFTER).bind(position).bind(limit))
            .await
    }

    async fn all_estimates(&self) -> StoreResult<Vec<EstimateRow>> {
        self.all(query(sql::ALL_ESTIMATES)).await
    }

    async fn replace_estimates(&self, estimates: Vec<EstimateRow>) -> StoreResult<()> {
        self.writer()?
            .run(estimates.len(), move |write| {
                write.execute(sql::CLEAR_ESTIMATES, &[])?;
                estimates
                    .iter()
                    .try_for_each(|row| append::upsert(write, row))
            })
            .await
    }
}
