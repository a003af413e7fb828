use api::ClassSummary;
use leptos::prelude::*;

use super::Open;
use super::assigned::AssignedList;
use super::figures::figures;
use crate::components::{Icon, Shape};
use crate::pages::staff::routes;
use crate::pages::staff::store::StaffStore;

/// One class. The title leads to its mastery table.
#[component]
pub fn ClassCard(class: ClassSummary, open: Open) -> impl IntoView {
    let store = StaffStore::expect();
    let id = class.id;
    let href = routes::class(id);
    let code = class.code.clone();
    let copied = code.clone();
    view! {
        <article class="card class-card" aria-labelledby=format!("class-{id}")>
            <header class="class-head">
                <div>
                    <h2 class="class-title" id=format!("class-{id}")>
                        <a href=href.clone()>{class.title.clone()}</a>
                    </h2>
                    <p class="soft">{class.school.clone()}" · Grade "{class.grade}</p>
                </div>
                <div class="class-code">
                    <p class="class-code-label">"Class code"</p>
                    <p class="class-code-value">{code}</p>
                    <div class="class-code-actions">
                        <button
                            type="button"
                            class="link-button"
                            on:click=move |_| store.copy_code(copied.clone())
                        >
                            "Copy"
                            <span class="visually-hidden">" code of "{class.title.clone()}</span>
                        </button>
                        <button
                            type="button"
                            class="link-button"
                            on:click=move |_| open.showing_code.set(Some(id))
                        >
                            "Show large"
                            <span class="visually-hidden">" for "{class.title.clone()}</span>
                        </button>
                    </div>
                </div>
            </header>
            <Figures class=class.clone() />
            <AssignedList class=class.clone() assigning=open.assigning />
            <p class="class-open">
                <a class="button" href=href>
                    "Class mastery"
                    <span class="visually-hidden">" of "{class.title}</span>
                    <Icon shape=Shape::ArrowNext />
                </a>
            </p>
        </article>
    }
}

#[component]
fn Figures(class: ClassSummary) -> impl IntoView {
    view! {
        <ul class="figures">
            {figures(&class)
                .into_iter()
                .map(|figure| {
                    let what = view! {
                        <span class="figure-number">
                            {figure.calls.then(|| view! { <Icon shape=Shape::Alert /> })}
                            {figure.number}
                        </span>
                        " "
                        <span class="figure-label">{figure.label}</span>
                    };
                    if figure.calls {
                        let href = routes::class_attention(class.id);
                        view! { <li class="figure figure-calls"><a href=href>{what}</a></li> }
                            .into_any()
                    } else {
                        view! { <li class="figure">{what}</li> }.into_any()
                    }
                })
                .collect_view()}
        </ul>
    }
}
