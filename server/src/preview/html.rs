//! Text into a page.

/// For text and for attributes in double quotes.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn nothing_becomes_markup() {
        let escaped = super::escaped("<b a=\"x\">&'</b>");
        assert_eq!(escaped, "&lt;b a=&quot;x&quot;&gt;&amp;'&lt;/b&gt;");
    }
}
