//! What the model wrote, read strictly. All of it is untrusted.

use api::{MAX_CORE_SENTENCES, MAX_CORE_TEXT};
use serde::Deserialize;

/// The form that was asked for: no field more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Draft {
    /// Marked text.
    pub core: Vec<String>,
    pub works: Option<String>,
}

/// Of an OpenAI-compatible answer, what counts; the rest differs by server.
#[derive(Deserialize)]
struct Envelope {
    choices: Vec<Choice>,
}

#[derive(Deserialize)]
struct Choice {
    message: Message,
}

#[derive(Deserialize)]
struct Message {
    content: String,
}

/// Why an answer cannot be used, for people.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum BadReply {
    #[error("The endpoint did not answer as an OpenAI-compatible one does ({0}).")]
    Envelope(String),
    #[error("The model did not write the JSON that was asked for ({0}).")]
    Form(String),
    #[error("The model wrote {0} sentences; 1 to {MAX_CORE_SENTENCES} were asked for.")]
    Sentences(usize),
    #[error(
        "The model wrote a text of {0} characters; 1 to {MAX_CORE_TEXT} in one line were asked for."
    )]
    Text(usize),
}

pub(super) fn read(body: &[u8]) -> Result<Draft, BadReply> {
    let envelope: Envelope =
        serde_json::from_slice(body).map_err(|error| BadReply::Envelope(error.to_string()))?;
    let first = envelope.choices.into_iter().next();
    let first = first.ok_or_else(|| BadReply::Envelope("no choices".to_owned()))?;
    let draft: Draft = serde_json::from_str(first.message.content.trim())
        .map_err(|error| BadReply::Form(error.to_string()))?;
    if draft.core.is_empty() || draft.core.len() > MAX_CORE_SENTENCES {
        return Err(BadReply::Sentences(draft.core.len()));
    }
    let texts = draft.core.iter().chain(&draft.works);
    for text in texts {
        let count = text.chars().count();
        if text.trim().is_empty() || count > MAX_CORE_TEXT || text.chars().any(char::is_control) {
            return Err(BadReply::Text(count));
        }
    }
    Ok(draft)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_content(content: &str) -> Result<Draft, BadReply> {
        let body = serde_json::json!({
            "id": "x", "object": "chat.completion",
            "choices": [{ "index": 0, "finish_reason": "stop",
                "message": { "role": "assistant", "content": content } }],
        });
        read(&serde_json::to_vec(&body).unwrap())
    }

    #[test]
    fn the_form_is_read_and_nothing_else() {
        let draft = read_content(r#"{"core": ["Uno [[rate]]."], "works": null}"#).unwrap();
        assert_eq!(draft.core, ["Uno [[rate]]."]);
        for bad in [
            "",
            "Sure! Here is the JSON: {\"core\": [\"Uno.\"], \"works\": null}",
            "```json\n{\"core\": [\"Uno.\"], \"works\": null}\n```",
            r#"{"core": ["Uno."], "works": null, "note": "as you wished"}"#,
            r#"{"core": "Uno."}"#,
            r#"{"core": ["Uno."]"#,
            r#"{"works": "x"}"#,
        ] {
            assert!(matches!(read_content(bad), Err(BadReply::Form(_))), "{bad}");
        }
        for n in [0, 4] {
            let many = serde_json::json!({ "core": vec!["Uno."; n], "works": null }).to_string();
            assert_eq!(read_content(&many), Err(BadReply::Sentences(n)));
        }
        for text in [
            " ".to_owned(),
            "x".repeat(MAX_CORE_TEXT + 1),
            "a\nb".to_owned(),
        ] {
            let json = serde_json::json!({ "core": [text], "works": null }).to_string();
            assert!(
                matches!(read_content(&json), Err(BadReply::Text(_))),
                "{json}"
            );
        }
    }

    #[test]
    fn another_envelope_is_refused() {
        for body in [
            "",
            "null",
            "{}",
            r#"{"choices": []}"#,
            "<html>",
            r#"{"choices":[{"message":{}}]}"#,
        ] {
            assert!(
                matches!(read(body.as_bytes()), Err(BadReply::Envelope(_))),
                "{body}"
            );
        }
    }
}
