//! People who sign in.

use api::{ClassId, UserId};
use async_trait::async_trait;
use item_bank::LanguageTag;
use sqlx::query;
use store::{
    Accounts, ClassRow, StaffAccount, StoreError, StoreResult, StudentAccount, StudentRow,
};

use crate::open::SqliteStore;
use crate::sql;
use crate::values::username_key;

#[async_trait]
impl Accounts for SqliteStore {
    async fn staff_by_username(&self, username: &str) -> StoreResult<Option<StaffAccount>> {
        self.one(query(sql::STAFF_BY_USERNAME).bind(username_key(username)))
            .await
    }

    async fn class_by_code(&self, code: &str) -> StoreResult<Option<ClassRow>> {
        self.one(query(sql::CLASS_BY_CODE).bind(code.to_owned()))
            .await
    }

    async fn sign_in_roster(&self, class: ClassId) -> StoreResult<Vec<StudentAccount>> {
        self.all(query(sql::SIGN_IN_ROSTER).bind(class.0)).await
    }

    async fn student(&self, id: UserId) -> StoreResult<Option<StudentRow>> {
        self.one(query(sql::STUDENT).bind(id.0)).await
    }

    async fn set_home_language(
        &self,
        student: UserId,
        language: Option<LanguageTag>,
    ) -> StoreResult<()> {
        let change = move |write: &mut crate::write::Write<'_>| {
            let tag = language.as_ref().map(LanguageTag::as_str);
            match write.execute(sql::SET_HOME_LANGUAGE, &[&tag, &student.0])? {
                0 => Err(StoreError::Missing("this student")),
                _ => Ok(()),
            }
        };
        self.writer()?.run(1, change).await
    }
}
