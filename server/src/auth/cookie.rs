//! The session cookie. The `__Host-` prefix binds it to this very host, without a domain.

use axum::http::{HeaderMap, HeaderValue, header};

use super::token::SessionToken;

pub const NAME: &str = "__Host-trellis";

/// Sets the cookie for `max_age_s` seconds.
pub fn set(token: &SessionToken, max_age_s: i64) -> HeaderValue {
    value(&token.expose(), max_age_s)
}

pub fn clear() -> HeaderValue {
    value("", 0)
}

/// The token among the request's cookies, if it carries one of ours.
pub fn read(headers: &HeaderMap) -> Option<SessionToken> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == NAME)
        .and_then(|(_, value)| SessionToken::parse(value))
}

fn value(content: &str, max_age_s: i64) -> HeaderValue {
    let text =
        format!("{NAME}={content}; Path=/; Max-Age={max_age_s}; Secure; HttpOnly; SameSite=Lax");
    // Hexadecimal and fixed text only, so this cannot fail; an empty header would sign nobody in.
    HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_found_among_others() {
        let token = SessionToken::generate().unwrap();
        let mut headers = HeaderMap::new();
        let line = format!("theme=dark; {NAME}={}; x=y", token.expose());
        headers.append(header::COOKIE, HeaderValue::from_static("a=b"));
        headers.append(header::COOKIE, HeaderValue::from_str(&line).unwrap());
        assert_eq!(read(&headers), Some(token));
    }

    #[test]
    fn has_every_protection() {
        let text = clear();
        let text = text.to_str().unwrap();
        for part in [
            "__Host-trellis=;",
            "Path=/;",
            "Secure;",
            "HttpOnly;",
            "SameSite=Lax",
        ] {
            assert!(text.contains(part), "{part} is missing in {text}");
        }
        assert!(!text.contains("Domain"));
    }
}
