//! Classes, who is in them, and what is assigned.

use api::{AssignmentId, ClassId, PracticeSettings, UserId};
use async_trait::async_trait;
use item_bank::PathwayCode;
use sqlx::query;
use store::{
    AssignmentRow, AuditEntry, ClassRow, Classes, NewAssignmentRow, StoreError, StoreResult,
    StudentClass, StudentRow,
};

use crate::audit;
use crate::open::SqliteStore;
use crate::sql;

#[async_trait]
impl Classes for SqliteStore {
    async fn classes_of_teacher(&self, teacher: UserId) -> StoreResult<Vec<ClassRow>> {
        self.all(query(sql::CLASSES_OF_TEACHER).bind(teacher.0))
            .await
    }

    async fn class_of_teacher(
        &self,
        teacher: UserId,
        class: ClassId,
    ) -> StoreResult<Option<ClassRow>> {
        self.one(query(sql::CLASS_OF_TEACHER).bind(teacher.0).bind(class.0))
            .await
    }

    async fn classes_of_student(&self, student: UserId) -> StoreResult<Vec<StudentClass>> {
        self.all(query(sql::CLASSES_OF_STUDENT).bind(student.0))
            .await
    }

    async fn set_practice(
        &self,
        class: ClassId,
        settings: PracticeSettings,
        entry: AuditEntry,
    ) -> StoreResult<bool> {
        let PracticeSettings {
            mastery_threshold,
            success_target,
        } = settings;
        self.writer()?
            .run(2, move |write| {
                let held = write.optional(sql::CLASS_PRACTICE, [class.0], |row| {
                    let threshold: Option<f64> = row.get("mastery_threshold")?;
                    Ok(threshold.zip(row.get("success_target")?))
                })?;
                let held = held.ok_or(StoreError::Missing("this class"))?;
                if held == Some((mastery_threshold, success_target)) {
                    return Ok(false);
                }
                write.execute(
                    sql::SET_CLASS_PRACTICE,
                    &[&mastery_threshold, &success_target, &class.0],
                )?;
                audit::insert(write, &entry)?;
                Ok(true)
            })
            .await
    }

    async fn roster(&self, class: ClassId) -> StoreResult<Vec<StudentRow>> {
        let mut students: Vec<StudentRow> = self.all(query(sql::ROSTER).bind(class.0)).await?;
        // not by the database, where each collates in its own way
        students.sort_by_cached_key(StudentRow::name_key);
        Ok(students)
    }

    async fn assignments_of_class(&self, class: ClassId) -> StoreResult<Vec<AssignmentRow>> {
        self.all(query(sql::ASSIGNMENTS_OF_CLASS).bind(class.0))
            .await
    }

    async fn assignments_of_student(&self, student: UserId) -> StoreResult<Vec<AssignmentRow>> {
        self.all(query(sql::ASSIGNMENTS_OF_STUDENT).bind(student.0))
            .await
    }

    async fn assignment(&self, id: AssignmentId) -> StoreResult<Option<AssignmentRow>> {
        self.one(query(sql::ASSIGNMENT).bind(id.0)).await
    }

    async fn assign(&self, new: NewAssignmentRow) -> StoreResult<()> {
        self.writer()?
            .run(1, move |write| {
                write.execute(
                    sql::ASSIGN,
                    &[
                        &new.id.0,
                        &new.class.0,
                        &new.pathway.as_str(),
                        &new.assigned_by.0,
                        &new.assigned_at_ms,
                    ],
                )?;
                Ok(())
            })
            .await
    }

    async fn unassign(&self, class: ClassId, pathway: &PathwayCode) -> StoreResult<bool> {
        let pathway = pathway.clone();
        self.writer()?
            .run(1, move |write| {
                let gone = write.execute(sql::UNASSIGN, &[&class.0, &pathway.as_str()])?;
                Ok(gone > 0)
            })
            .await
    }
}
