use api::Attribution;
use item_bank::{Imported, LicenseFrom, Template, TemplateId};
use store::{
    AuditAction, AuditEntry, AuthoredRow, By, ContentChanges, DraftState, EventKind, TemplateChange,
};

use super::new_template;
use crate::support::{NOW_MS, Running};

fn imported(id: &str, lesson: &str) -> TemplateChange {
    let template = Template {
        license: "CC-BY-NC-SA-4.0".to_owned(),
        imported: Some(Imported {
            source_id: id.to_owned(),
            course: None,
            lesson: Some(lesson.to_owned()),
            book: Some("Prealgebra".to_owned()),
            url: Some("https://openstax.org/".to_owned()),
            license_from: LicenseFrom::Course,
        }),
        ..new_template(id)
    };
    let id: TemplateId = template.id.clone();
    TemplateChange {
        before: None,
        after: AuthoredRow {
            id,
            state: Some(DraftState::InReview),
            revision: 1,
            first_revision: 1,
            live_version: None,
            retired: false,
            updated_at_ms: NOW_MS,
        },
        saved: Some(template),
        live: None,
        by: By::Program("trellis import oatutor".to_owned()),
        kind: EventKind::Imported,
        note: None,
        version: None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_from_others_is_named_with_its_licence() {
    let server = Running::start().await;
    let mut okafor = server.okafor().await;
    let path = "/api/v1/content/attribution";
    let none: Attribution = okafor.get(path).await.expect_status(200).json();
    assert!(none.sources.is_empty());
    let changes = ContentChanges {
        skills: vec![],
        templates: vec![
            imported("a", "Ratios"),
            imported("b", "Rates"),
            imported("c", "Rates"),
        ],
        audit: vec![AuditEntry {
            at_ms: NOW_MS,
            actor: None,
            action: AuditAction::ImportContent,
            subject: None,
            detail: None,
        }],
    };
    assert!(server.store().change_content(changes).await.unwrap());
    let some: Attribution = okafor.get(path).await.expect_status(200).json();
    let [work] = &some.sources[..] else {
        panic!("{some:?}")
    };
    assert_eq!(
        (work.templates, work.license.as_str()),
        (3, "CC-BY-NC-SA-4.0")
    );
    assert_eq!(work.titles, ["Rates", "Ratios"]);
    assert_eq!(work.license_from, LicenseFrom::Course);
    // anyone may approve what no teacher wrote
    for step in ["approve", "publish"] {
        let path = super::path("a", step);
        okafor.post(&path, &super::at(1)).await.expect_status(200);
    }
}
