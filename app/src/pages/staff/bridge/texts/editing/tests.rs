use super::sample::detail;
use super::*;

fn spanish() -> LanguageTag {
    "es".parse().unwrap()
}

#[test]
fn choosing_what_was_found_is_no_change() {
    let mut editing = Editing::new(detail());
    editing.toggle_key(2);
    assert_eq!(editing.work.key, Some([0, 2].into()));
    assert!(editing.is_unsaved());
    editing.toggle_key(2);
    assert!(!editing.is_unsaved());
    editing.toggle_key(0);
    assert!(!editing.is_key(0));
}

#[test]
fn sentences_of_another_text_are_not_sent() {
    let mut editing = Editing::new(detail());
    editing.toggle_key(1);
    assert_eq!(editing.edit().key_sentences, Some(vec![0, 1]));
    editing.work.text.push_str(" And rises again.");
    assert_eq!(editing.edit().key_sentences, None);
}

#[test]
fn a_language_that_was_only_opened_is_not_sent_and_stays_open() {
    let mut editing = Editing::new(detail());
    editing.add_core(spanish());
    assert!(editing.edit().cores.is_empty());
    assert!(editing.wrong().is_empty());
    let sent = editing.work.clone();
    editing.saved(detail(), &sent);
    assert!(editing.core(&spanish()).is_some());
}

#[test]
fn what_is_typed_while_saving_stays() {
    let mut editing = Editing::new(detail());
    editing.work.title = "Water".into();
    let sent = editing.work.clone();
    editing.work.title = "Water again".into();
    let mut reply = detail();
    reply.title = "Water".into();
    reply.revision = 5;
    editing.saved(reply, &sent);
    assert_eq!(editing.work.title, "Water again");
    assert_eq!(editing.detail.revision, 5);
    assert!(editing.is_unsaved());
}

#[test]
fn limits_are_told_where_they_are_met() {
    let mut editing = Editing::new(detail());
    editing.work.title = " ".into();
    editing.work.text = "word ".repeat(2_001);
    editing.add_core(spanish());
    editing.core_mut(&spanish()).unwrap().core = "a\nb\nc\n\nd".into();
    let told: Vec<At> = editing.wrong().into_iter().map(|wrong| wrong.at).collect();
    assert_eq!(told, [At::Title, At::Text, At::Core(spanish())]);
    assert!(
        wrong_text(&editing.work.text)
            .unwrap()
            .contains("Take out 1 ")
    );
}

#[test]
fn no_more_ideas_than_fit() {
    let mut editing = Editing::new(detail());
    for n in 0..7 {
        editing.toggle_topic(&format!("skill/{n}").parse().unwrap());
    }
    assert_eq!(editing.work.topics.len(), MAX_TOPICS);
    editing.toggle_topic(&"skill/0".parse().unwrap());
    assert_eq!(editing.work.topics.len(), MAX_TOPICS - 1);
}
