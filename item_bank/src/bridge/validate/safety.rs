//! What no text for students holds.

use super::standing::stands_in;

/// Addresses and markup: a text is words, marks and mathematics.
const ADDRESSES: &[&str] = &[
    "://", "www.", ".com", ".org", ".net", ".edu", "mailto:", "</", "<a ", "<b>", "<i>", "<br",
    "<p>", "<img", "<script", "<div", "<span", "```", "](", "&nbsp;", "&lt;", "\\u00",
];
/// A machine about itself, or words to a machine.
const MACHINE: &[&str] = &[
    "as an ai",
    "language model",
    "i am an ai",
    "i'm an ai",
    "i cannot help",
    "system prompt",
    "ignore previous",
    "ignore all",
    "ignore the above",
    "ignore these",
    "disregard",
    "assistant:",
    "user:",
    "como modelo de lenguaje",
    "como una ia",
    "inteligencia artificial, ",
    "ignora las instrucciones",
    "ignora todo",
    "作为一个人工智能",
    "作为ai",
    "语言模型",
    "語言模型",
    "忽略之前",
    "忽略以上",
    "نموذج لغوي",
    "كنموذج",
    "تجاهل التعليمات",
    "تجاهل ما سبق",
    "mô hình ngôn ngữ",
    "bỏ qua các hướng dẫn",
    "bỏ qua hướng dẫn",
    "bilang isang ai",
    "huwag pansinin ang mga tagubilin",
];
/// Words that stand in no text for children. Short on purpose: a person reads every text.
const BLOCKED: &[&str] = &[
    "stupid",
    "idiot",
    "dumb",
    "damn",
    "hell",
    "sexy",
    "porn",
    "suicide",
    "estúpido",
    "estúpida",
    "idiota",
    "imbécil",
    "mierda",
    "tonto",
    "tonta",
    "puta",
    "suicidio",
    "gago",
    "tanga",
    "bobo",
    "putang",
    "ngu ngốc",
    "đồ ngu",
    "chết tiệt",
    "tự tử",
    "笨蛋",
    "白痴",
    "傻瓜",
    "他妈",
    "自杀",
    "غبي",
    "غبية",
    "أحمق",
    "حمقاء",
    "انتحار",
    "لعنة",
];

/// What reads like an address, markup, or a machine, if anything does.
pub(super) fn link(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    let e_mail = text.split_whitespace().any(|word| {
        let parts = word.split_once('@');
        parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    });
    let listed = ADDRESSES
        .iter()
        .chain(MACHINE)
        .find(|part| text.contains(**part));
    listed.copied().or(e_mail.then_some("@"))
}

pub(super) fn blocked(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    BLOCKED.iter().find(|word| stands_in(&text, word)).copied()
}
