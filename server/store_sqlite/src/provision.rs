//! Setting up people and classes. Each call is one transaction: all of it or nothing.

use api::{OrgId, Role, UserId};
use async_trait::async_trait;
use item_bank::LanguageTag;
use sqlx::query;
use store::{
    CredentialHash, EnrollmentRow, NewClass, NewOrg, NewStaff, NewStudent, Provision, StoreResult,
};

use crate::open::SqliteStore;
use crate::sql;
use crate::values::{org_kind_text, role_text, support_text, username_key};
use crate::write::Write;

#[async_trait]
impl Provision for SqliteStore {
    async fn ping(&self) -> StoreResult<()> {
        self.writer()?.run(0, |_| Ok(())).await
    }

    async fn is_empty(&self) -> StoreResult<bool> {
        let any = query(sql::ANY_ORG).fetch_optional(&self.pool).await;
        any.map(|row| row.is_none())
            .map_err(|error| self.errors.read(error))
    }

    async fn org_by_name(&self, name: &str) -> StoreResult<Option<OrgId>> {
        self.one(query(sql::ORG_BY_NAME).bind(name.to_owned()))
            .await
    }

    async fn add_orgs(&self, orgs: Vec<NewOrg>) -> StoreResult<()> {
        self.insert_each(orgs, |write, org| {
            let parent = org.parent.map(|parent| parent.0);
            let kind = org_kind_text(org.kind);
            write.execute(sql::INSERT_ORG, &[&org.id.0, &parent, &kind, &org.name])
        })
        .await
    }

    async fn add_staff(&self, staff: Vec<NewStaff>) -> StoreResult<()> {
        self.insert_each(staff, |write, person| {
            insert_person(
                write,
                person.id,
                person.org,
                Role::Teacher,
                &person.credential,
            )?;
            let key = username_key(&person.username);
            write.execute(
                sql::INSERT_STAFF,
                &[&person.id.0, &person.username, &key, &person.display_name],
            )
        })
        .await
    }

    async fn add_students(&self, students: Vec<NewStudent>) -> StoreResult<()> {
        self.insert_each(students, |write, person| {
            insert_person(
                write,
                person.id,
                person.org,
                Role::Student,
                &person.credential,
            )?;
            let language = person.home_language.as_ref().map(LanguageTag::as_str);
            write.execute(
                sql::INSERT_STUDENT,
                &[
                    &person.id.0,
                    &person.given_name,
                    &person.family_name,
                    &language,
                    &support_text(person.support),
                ],
            )
        })
        .await
    }

    async fn add_classes(&self, classes: Vec<NewClass>) -> StoreResult<()> {
        self.insert_each(classes, |write, class| {
            write.execute(
                sql::INSERT_CLASS,
                &[
                    &class.id.0,
                    &class.org.0,
                    &class.title,
                    &class.grade,
                    &class.code,
                ],
            )
        })
        .await
    }

    async fn enroll(&self, enrollments: Vec<EnrollmentRow>) -> StoreResult<()> {
        self.insert_each(enrollments, |write, row| {
            write.execute(sql::ENROLL, &[&row.class.0, &row.user.0])
        })
        .await
    }

    async fn set_staff_credential(
        &self,
        username: &str,
        credential: CredentialHash,
    ) -> StoreResult<bool> {
        let key = username_key(username);
        self.writer()?
            .run(1, move |write| {
                let changed = write.execute(sql::SET_CREDENTIAL, &[&credential.0, &key])?;
                Ok(changed > 0)
            })
            .await
    }
}

impl SqliteStore {
    async fn insert_each<T: Send + 'static>(
        &self,
        rows: Vec<T>,
        insert: fn(&Write<'_>, &T) -> StoreResult<usize>,
    ) -> StoreResult<()> {
        self.writer()?
            .run(rows.len(), move |write| {
                rows.iter()
                    .try_for_each(|row| insert(write, row).map(|_| ()))
            })
            .await
    }
}

fn insert_person(
    write: &Write<'_>,
    id: UserId,
    org: OrgId,
    role: Role,
    credential: &CredentialHash,
) -> StoreResult<()> {
    write.execute(sql::INSERT_PERSON, &[&id.0, &org.0, &role_text(role)])?;
    write.execute(sql::INSERT_CREDENTIAL, &[&id.0, &credential.0])?;
    Ok(())
}
