//! The statements. Each constant is one file of `server/sql`, so that a handler, and this crate's
//! code, never see SQL text. A file that no constant names fails a test; a constant that nothing
//! uses is a compiler warning.

macro_rules! statements {
    ($($name:ident = $file:literal;)*) => {
        $(pub(crate) const $name: &str = include_str!(concat!("../../sql/", $file));)*

        #[cfg(test)]
        pub(crate) const ALL: &[(&str, &str)] = &[$(($file, $name)),*];
    };
}

statements! {
    ABILITIES = "ability/all.sql";
    ABILITY = "ability/one.sql";
    CLEAR_ABILITIES = "ability/clear.sql";
    UPSERT_ABILITY = "ability/upsert.sql";

    SET_CREDENTIAL = "account/set_credential.sql";
    SET_HOME_LANGUAGE = "account/set_home_language.sql";
    SIGN_IN_ROSTER = "account/sign_in_roster.sql";
    STAFF_BY_USERNAME = "account/staff_by_username.sql";
    STUDENT = "account/student.sql";

    ASSIGN = "assignment/assign.sql";
    ASSIGNMENT = "assignment/by_id.sql";
    ASSIGNMENTS_OF_CLASS = "assignment/of_class.sql";
    ASSIGNMENTS_OF_STUDENT = "assignment/of_student.sql";
    UNASSIGN = "assignment/unassign.sql";

    AUDIT = "audit/insert.sql";

    INSERT_USE = "bridge/insert_use.sql";
    LEANING_OF_CLASS = "bridge/leaning_of_class.sql";
    SENTENCES_OF_CLASS = "bridge/sentences_of_class.sql";
    TERM_EVENTS_OF_CLASS = "bridge/events_of_class.sql";
    TERM_EVENTS_OF_STUDENT = "bridge/events_of_student.sql";
    USE_BY_ID = "bridge/use_by_id.sql";

    CLASS_BY_CODE = "class/by_code.sql";
    CLASSES_OF_STUDENT = "class/of_student.sql";
    CLASSES_OF_TEACHER = "class/of_teacher.sql";
    CLASS_OF_TEACHER = "class/one_of_teacher.sql";
    CLASS_PRACTICE = "class/practice.sql";
    ROSTER = "class/roster.sql";
    SET_CLASS_PRACTICE = "class/set_practice.sql";

    AUTHORED = "content/authored.sql";
    AUTHORED_ONE = "content/authored_one.sql";
    DISTRICT_SKILLS = "content/skills.sql";
    INSERT_EVENT = "content/insert_event.sql";
    INSERT_REVISION = "content/insert_revision.sql";
    INSERT_VERSION = "content/insert_version.sql";
    NEWEST_REVISIONS = "content/newest_revisions.sql";
    REPLACE_VERSION = "content/replace_version.sql";
    REVIEW_EVENTS = "content/events.sql";
    REVISIONS = "content/revisions.sql";
    TEMPLATE_VERSION = "content/version.sql";
    TEMPLATE_VERSIONS = "content/versions.sql";
    UPSERT_AUTHORED = "content/upsert_authored.sql";
    UPSERT_DISTRICT_SKILL = "content/upsert_skill.sql";

    ALL_ESTIMATES = "estimate/all.sql";
    CLEAR_ESTIMATES = "estimate/clear.sql";
    ESTIMATE = "estimate/one.sql";
    ESTIMATES_OF_CLASS = "estimate/of_class.sql";
    ESTIMATES_OF_STUDENT = "estimate/of_student.sql";
    UPSERT_ESTIMATE = "estimate/upsert.sql";

    ADD_READER = "language/add_reader.sql";
    INSERT_UNIT_REVIEW = "language/insert_review.sql";
    LANGUAGES_OF_STAFF = "language/of_staff.sql";
    REMOVE_READER = "language/remove_reader.sql";
    UNIT_REVIEWS = "language/reviews.sql";

    INSERT_MODEL = "model/insert.sql";
    MODEL_IN_FORCE = "model/in_force.sql";
    MODELS = "model/all.sql";

    DELETE_PIN = "pin/delete.sql";
    INSERT_PIN = "pin/insert.sql";
    PINS_OF_STUDENT = "pin/of_student.sql";

    FOLDED_BY = "projection/folded_by.sql";
    SET_FOLDED_BY = "projection/set_folded_by.sql";

    ANY_ORG = "provision/any_org.sql";
    ENROLL = "provision/enroll.sql";
    INSERT_CLASS = "provision/insert_class.sql";
    INSERT_CREDENTIAL = "provision/insert_credential.sql";
    INSERT_ORG = "provision/insert_org.sql";
    INSERT_PERSON = "provision/insert_person.sql";
    INSERT_STAFF = "provision/insert_staff.sql";
    INSERT_STUDENT = "provision/insert_student.sql";
    ORG_BY_NAME = "provision/org_by_name.sql";

    APPROVED_READINGS = "reading/approved.sql";
    APPROVE_READING = "reading/approve.sql";
    ASSIGN_READING = "reading/assign.sql";
    CLEAR_READING_CORES = "reading/clear_cores.sql";
    DRAFTING_CALLS = "reading/calls.sql";
    DROP_NEEDED_CARD = "reading/drop_needed_card.sql";
    INSERT_DRAFTING_CALL = "reading/insert_call.sql";
    INSERT_READING = "reading/insert.sql";
    INSERT_READING_CORE = "reading/insert_core.sql";
    INSERT_READING_REVIEW = "reading/insert_review.sql";
    NEEDED_CARDS = "reading/needed_cards.sql";
    NEED_CARD = "reading/need_card.sql";
    READINGS_FOR = "reading/heads_for.sql";
    READING_ASSIGNMENTS_OF_STUDENT = "reading/assignments_of_student.sql";
    READING_ASSIGNMENTS_OF_TEACHER = "reading/assignments_of_teacher.sql";
    READING_CORES = "reading/cores.sql";
    READING_CORE_SHA256 = "reading/core_sha256.sql";
    READING_CORE_STATES = "reading/core_states.sql";
    READING_FOR = "reading/one_for.sql";
    READING_REVIEWS = "reading/reviews.sql";
    RETIRE_READING = "reading/retire.sql";
    SAVE_READING = "reading/save.sql";
    UNASSIGN_READING = "reading/unassign.sql";

    ABILITY_PRIOR_ID = "response/ability_prior_id.sql";
    HAS_OPPORTUNITY = "response/has_opportunity.sql";
    INSERT_ABILITY_PRIOR = "response/insert_ability_prior.sql";
    INSERT_RESPONSE = "response/insert.sql";
    INSERT_SKILL_PARAMS = "response/insert_skill_params.sql";
    LAST_POSITION = "response/last_position.sql";
    OPPORTUNITIES_AFTER = "response/opportunities_after.sql";
    OPPORTUNITIES_OF = "response/opportunities_of_student.sql";
    SKILL_PARAMS_ID = "response/skill_params_id.sql";
    RESPONSE_BY_ID = "response/by_id.sql";
    RESPONSES_OF = "response/of_student_skill.sql";

    CREATE_SESSION = "session/create.sql";
    DELETE_SESSION = "session/delete.sql";
    SESSION = "session/by_token.sql";
    SWEEP_SESSIONS = "session/sweep.sql";

    DELETE_SUPPORT = "support/delete.sql";
    SET_STUDENT_SUPPORT = "support/set_student.sql";
    SKILL_SUPPORT = "support/one.sql";
    SUPPORT_OF_CLASS = "support/of_class.sql";
    SUPPORT_OF_STUDENT = "support/of_student.sql";
    UPSERT_SUPPORT = "support/upsert.sql";

    SCHEMA_OBJECTS = "sqlite/schema_objects.sql";
}

#[cfg(test)]
mod tests;
