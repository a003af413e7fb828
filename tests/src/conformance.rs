//! What every backend of `server/store` must do, written once over `&dyn Store`.
//!
//! A backend runs all of it with
//! `trellis_tests::conformance!(open)`, where `open` is an async function that gives an empty
//! store and something that keeps it alive. Each case becomes a test of its own.

pub mod append;
pub mod authoring;
pub mod bridge;
pub mod classes;
pub mod converge;
pub mod estimates;
pub mod languages;
pub mod models;
pub mod people;
pub mod provision;
pub mod readings;
pub mod sample;
pub mod sessions;

/// A test for each case, on a fresh store each time.
#[macro_export]
macro_rules! conformance {
    ($open:path) => {
        $crate::conformance! { @cases $open;
            people: a_user_name_is_found_whatever_its_case, a_new_password_replaces_the_old,
                a_sign_in_roster_has_the_class_and_nobody_else, a_home_language_is_kept_and_taken_back,
                a_home_language_needs_a_student;
            sessions: a_session_knows_its_person, a_session_ends, expired_sessions_are_swept,
                a_token_serves_once;
            classes: a_teacher_has_only_their_own_classes, a_student_has_classes_but_teaches_none,
                a_roster_is_in_the_order_of_a_class_list, an_assignment_is_seen_from_all_sides,
                a_pathway_is_assigned_once, assignments_are_newest_first,
                practice_settings_are_the_classs_own, practice_settings_keep_to_their_ranges,
                a_pin_stands_until_it_is_taken_back, a_pin_is_by_staff_for_a_student;
            provision: an_empty_store_says_so, what_is_there_is_refused_whole,
                what_is_referred_to_must_be_there, an_org_is_found_by_its_name, the_writer_answers, audit_entries_are_taken;
            append: responses_are_stored_in_order, the_same_response_is_stored_once,
                an_id_with_other_content_is_refused, an_item_is_one_opportunity,
                what_is_not_scored_moves_nothing, a_batch_is_all_or_nothing,
                estimates_answer_for_duplicates_too, simultaneous_batches_all_arrive;
            estimates: numbers_keep_their_bits, a_class_has_the_estimates_of_its_students,
                a_projection_is_replaced_whole, replay_pages_through_what_counts,
                late_answers_do_not_turn_time_back;
            models: the_last_version_is_in_force, adoption_is_all_or_nothing,
                the_past_is_read_anew_up_to_the_adoption;
            authoring: a_version_is_kept_for_ever, a_draft_keeps_every_save,
                of_two_who_change_a_template_one_is_told, a_change_of_content_is_all_or_nothing,
                what_is_published_is_kept_as_a_version, an_import_brings_skills_and_drafts_together;
            bridge: a_use_is_stored_once, uses_are_appended_all_or_none,
                what_counts_comes_in_the_order_of_arrival, sentences_are_the_newest_of_each_student,
                leaning_is_of_the_answers_that_counted_lately,
                a_level_of_support_is_the_students_or_a_skills;
            languages: readers_are_named_and_taken_back, the_newest_review_of_each_text_counts,
                reviews_are_kept_all_or_none;
            readings: a_reading_is_saved_as_it_was_written,
                a_reading_is_seen_by_its_author_then_by_the_school, an_approved_reading_never_changes,
                a_review_is_of_exactly_one_text, a_reading_reaches_the_students_of_its_classes,
                a_needed_card_is_counted_once_for_each_who_asks,
                a_draft_and_its_call_are_kept_together_or_not_at_all;
        }

        /// The law of the outbox; see [`conformance::converge`].
        #[test]
        fn any_upload_of_the_same_responses_converges() {
            let runtime = ::tokio::runtime::Runtime::new().unwrap();
            let (store, _room) = runtime.block_on($open());
            $crate::conformance::converge::any_upload_converges(&runtime, &store);
        }
    };
    (@cases $open:path; $($area:ident: $($case:ident),+;)+) => {
        $($(
            #[::tokio::test]
            async fn $case() {
                let (store, _room) = $open().await;
                $crate::conformance::$area::$case(&store).await;
            }
        )+)+
    };
}
