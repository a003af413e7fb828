//! Under which licence a text stands, and who says so.

use std::collections::BTreeMap;

use item_bank::LicenseFrom;

/// `https://creativecommons.org/licenses/by/4.0/ <CC BY 4.0>` in two.
pub(crate) fn url_and_name(text: &str) -> (Option<String>, Option<String>) {
    let (url, name) = match text.split_once('<') {
        Some((url, name)) => (url, name.trim_end().trim_end_matches('>')),
        None if text.contains("://") => (text, ""),
        None => ("", text),
    };
    let some = |text: &str| {
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    };
    (some(url), some(name))
}

/// The SPDX expression of a licence as the pool writes it; `None` where no licence is named (blank,
/// or the mere name of a publisher).
pub(crate) fn spdx(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    if let Some((_, path)) = lower.split_once("creativecommons.org/") {
        let mut parts = path.split('/').skip(1);
        let (kind, version) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
        if path.starts_with("publicdomain/zero") {
            return Some("CC0-1.0".to_owned());
        }
        if let Some(code) = cc(kind, version) {
            return Some(code);
        }
    }
    let (_, name) = url_and_name(&lower);
    let name = name.unwrap_or_else(|| lower.clone());
    if let Some(rest) = name.trim().strip_prefix("cc") {
        let words = rest.replace(['-', '_'], " ");
        let mut words: Vec<&str> = words.split_whitespace().collect();
        let number = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
        let version = words.pop_if(|word| number(&&**word)).unwrap_or("");
        if let Some(code) = cc(&words.join("-"), version) {
            return Some(code);
        }
        if words == ["0"] || rest.trim().starts_with('0') && version.starts_with('0') {
            return Some("CC0-1.0".to_owned());
        }
    }
    let named = [
        "cc",
        "licen",
        "public domain",
        "copyright",
        "gnu",
        "gfdl",
        "mit",
        "apache",
        "://",
    ];
    if !named.iter().any(|word| lower.contains(word)) {
        return None;
    }
    let slug: String = text
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || c == '.' {
                c
            } else {
                '-'
            }
        })
        .collect();
    let slug: Vec<&str> = slug.split('-').filter(|part| !part.is_empty()).collect();
    Some(format!("LicenseRef-{}", slug.join("-")))
}

fn cc(kind: &str, version: &str) -> Option<String> {
    const KINDS: [&str; 6] = ["by", "by-sa", "by-nc", "by-nd", "by-nc-sa", "by-nc-nd"];
    const VERSIONS: [&str; 5] = ["1.0", "2.0", "2.5", "3.0", "4.0"];
    (KINDS.contains(&kind) && VERSIONS.contains(&version))
        .then(|| format!("CC-{}-{version}", kind.to_ascii_uppercase()))
}

/// Where to look when a text names no licence itself.
#[derive(Clone, Debug, Default)]
pub(crate) struct Licenses {
    pub by_course: BTreeMap<String, String>,
    pub repository: Option<String>,
}

impl Licenses {
    /// Problem, then course, then repository.
    pub fn of_problem(&self, license: &str, course: &str) -> Option<(String, LicenseFrom)> {
        let own = spdx(license).map(|code| (code, LicenseFrom::Problem));
        let course = || self.by_course.get(course).and_then(|text| spdx(text));
        own.or_else(|| course().map(|code| (code, LicenseFrom::Course)))
            .or_else(|| {
                let code = self.repository.clone()?;
                Some((code, LicenseFrom::Repository))
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_pool_writes() {
        let check =
            |text: &str, code: Option<&str>| assert_eq!(spdx(text).as_deref(), code, "{text}");
        check(
            "https://creativecommons.org/licenses/by/4.0/ <CC BY 4.0>",
            Some("CC-BY-4.0"),
        );
        check(
            "https://creativecommons.org/licenses/by-nc-sa/3.0",
            Some("CC-BY-NC-SA-3.0"),
        );
        check("CC BY-SA 4.0", Some("CC-BY-SA-4.0"));
        check("CC-BY-4.0", Some("CC-BY-4.0"));
        check(
            "https://creativecommons.org/publicdomain/zero/1.0/",
            Some("CC0-1.0"),
        );
        check("CC4.0", Some("LicenseRef-CC4.0"));
        check(
            "https://example.org/terms <House rules>",
            Some("LicenseRef-https-example.org-terms-House-rules"),
        );
        check("openstax", None);
        check("", None);
    }

    #[test]
    fn the_nearest_word_counts_and_is_named() {
        let mut licenses = Licenses::default();
        licenses.by_course.insert("A".into(), "CC BY 4.0".into());
        let from = |l: &Licenses, own, course| l.of_problem(own, course).map(|(_, from)| from);
        assert_eq!(
            from(&licenses, "CC BY 3.0", "A"),
            Some(LicenseFrom::Problem)
        );
        assert_eq!(from(&licenses, "", "A"), Some(LicenseFrom::Course));
        assert_eq!(from(&licenses, "", "B"), None);
        licenses.repository = Some("CC-BY-4.0".into());
        assert_eq!(
            from(&licenses, "openstax", "B"),
            Some(LicenseFrom::Repository)
        );
    }
}
