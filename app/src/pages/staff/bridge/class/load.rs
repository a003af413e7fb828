//! Reading a class's words, and setting how much stands open.

use std::sync::Arc;

use api::{ClassBridge, ClassId, SkillSupport, SupportLevel, UserId};
use item_bank::SkillCode;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ApiError, class_bridge};
use crate::pages::staff::bridge::store::BridgeStore;
use crate::pages::staff::bridge::wording;

/// How setting a level is going.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setting {
    pub busy: bool,
    pub said: Option<String>,
    pub error: Option<ApiError>,
}

impl BridgeStore {
    pub fn load_class(self, class: ClassId) {
        self.class.update(|slot| slot.begin(class));
        spawn_local(async move {
            let result = self.hear(class_bridge::report(class).await).map(Arc::new);
            self.class.update(|slot| slot.finish(&class, result));
        });
    }

    /// The student's own level, or with a skill the level on that skill.
    pub fn set_support(
        self,
        class: ClassId,
        student: UserId,
        level: SupportLevel,
        skill: Option<SkillCode>,
    ) {
        self.setting.set(Setting {
            busy: true,
            ..Setting::default()
        });
        spawn_local(async move {
            let set = class_bridge::set_support(class, student, level, skill.clone()).await;
            self.is_set(class, self.hear(set), |report| {
                change(report, student, skill, Some(level));
                let name = name(report, student);
                format!(
                    "{name}: {}. Devices follow within seconds.",
                    wording::level_short(level)
                )
            });
        });
    }

    /// Takes back the word on one skill.
    pub fn clear_support(self, class: ClassId, student: UserId, skill: SkillCode) {
        self.setting.set(Setting {
            busy: true,
            ..Setting::default()
        });
        spawn_local(async move {
            let cleared = class_bridge::clear_support(class, student, &skill).await;
            self.is_set(class, self.hear(cleared), |report| {
                change(report, student, Some(skill), None);
                format!(
                    "{}: the level of the student holds on this skill again.",
                    name(report, student)
                )
            });
        });
    }

    fn is_set(
        self,
        class: ClassId,
        result: Result<(), ApiError>,
        done: impl FnOnce(&mut ClassBridge) -> String,
    ) {
        let mut setting = Setting::default();
        match result {
            Ok(()) => self.class.update(|slot| {
                setting.said = slot
                    .get_mut(&class)
                    .map(|report| done(Arc::make_mut(report)));
            }),
            // The row shows what is so again.
            Err(error) => {
                self.class.update(|_| ());
                setting.error = Some(error);
            }
        }
        self.setting.set(setting);
    }
}

fn name(report: &ClassBridge, student: UserId) -> String {
    let mut all = report.students.iter();
    all.find(|it| it.id == student)
        .map_or_else(String::new, |it| it.name.clone())
}

fn change(
    report: &mut ClassBridge,
    student: UserId,
    skill: Option<SkillCode>,
    level: Option<SupportLevel>,
) {
    let Some(row) = report.students.iter_mut().find(|it| it.id == student) else {
        return;
    };
    match (skill, level) {
        (None, Some(level)) => row.support = level,
        (None, None) => {}
        (Some(skill), level) => {
            row.skills.retain(|it| it.skill != skill);
            row.skills
                .extend(level.map(|level| SkillSupport { skill, level }));
        }
    }
}
