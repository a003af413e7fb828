//! Responses, and the estimates that are folded from them.

use api::{ClassId, UserId};
use async_trait::async_trait;
use engine::Ability;
use item_bank::SkillCode;
use sqlx::query;
use store::{
    AbilityRow, AppendReply, EstimateRow, GradedResponse, Opportunity, Projection, Responses,
    StoreResult, StoredResponse,
};

use crate::append::{self, Encoded};
use crate::open::SqliteStore;
use crate::projection;
use crate::read::FoldedBy;
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
    ) -> StoreResult<Vec<Opportunity>> {
        self.all(query(sql::OPPORTUNITIES_AFTER).bind(position).bind(limit))
            .await
    }

    async fn opportunities_of(&self, student: UserId) -> StoreResult<Vec<Opportunity>> {
        self.all(query(sql::OPPORTUNITIES_OF).bind(student.0)).await
    }

    async fn all_estimates(&self) -> StoreResult<Vec<EstimateRow>> {
        self.all(query(sql::ALL_ESTIMATES)).await
    }

    async fn ability_of_student(&self, student: UserId) -> StoreResult<Option<Ability>> {
        let row: Option<AbilityRow> = self.one(query(sql::ABILITY).bind(student.0)).await?;
        Ok(row.map(|row| row.ability))
    }

    async fn all_abilities(&self) -> StoreResult<Vec<AbilityRow>> {
        self.all(query(sql::ABILITIES)).await
    }

    async fn folded_by(&self) -> StoreResult<u32> {
        let found: Option<FoldedBy> = self.one(query(sql::FOLDED_BY)).await?;
        Ok(found.map_or(0, |found| found.0))
    }

    async fn replace_projection(&self, projection: Projection) -> StoreResult<()> {
        self.writer()?
            .run(projection::rows(&projection), move |write| {
                projection::replace(write, &projection)
            })
            .await
    }
}
