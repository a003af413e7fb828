//! The drawing: boxes by grade, lines from what comes first to what builds on it.

use std::sync::Arc;

use js_sys::{Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{KeyboardEvent, WheelEvent};

use super::Look;
use super::plan::{BOX, Plan, Relation, mark};
use crate::components::list;
use crate::dom;
use crate::pages::staff::content::wording;

fn node_id(n: usize) -> String {
    format!("skill-{n}")
}

/// Part of a drawing is no `HtmlElement`, which is all that [`dom::focus`] knows.
fn focus_node(n: usize) {
    let Some(node) = dom::by_id(&node_id(n)) else {
        return;
    };
    let focus = Reflect::get(&node, &"focus".into()).ok();
    if let Some(focus) = focus.and_then(|focus| focus.dyn_into::<Function>().ok()) {
        // Focusing what cannot take it is not an error worth a word.
        let _ = focus.call0(&node);
    }
}

#[component]
pub fn Drawing(plan: Arc<Plan>, look: Look) -> impl IntoView {
    let relations = {
        let plan = plan.clone();
        Memo::new(move |_| {
            let at = look.near.get().or(look.chosen.get())?;
            Some(plan.relations(at))
        })
    };
    // One stop for the Tab key; arrows from there.
    let stop = RwSignal::new(look.chosen.get_untracked().unwrap_or(0));
    let keys = {
        let plan = plan.clone();
        move |event: KeyboardEvent| {
            match event.key().as_str() {
                "+" | "=" => look.zoom_by(1),
                "-" => look.zoom_by(-1),
                "0" => look.zoom.set(0),
                "Escape" => look.chosen.set(None),
                "Enter" | " " => look.chosen.set(Some(stop.get_untracked())),
                key => match plan.step(stop.get_untracked(), key) {
                    Some(to) => {
                        stop.set(to);
                        focus_node(to);
                    }
                    None if key.starts_with("Arrow") => {}
                    None => return,
                },
            }
            event.prevent_default();
        }
    };
    let wheel = move |event: WheelEvent| {
        if event.ctrl_key() {
            event.prevent_default();
            look.zoom_by(if event.delta_y() < 0.0 { 1 } else { -1 });
        }
    };
    if let Some(at) = look.chosen.get_untracked() {
        request_animation_frame(move || focus_node(at));
    }
    let (width, height) = (plan.width, plan.height);
    let size = move |length: f64| format!("{}px", (length * look.scale()).round());
    view! {
        <div class="map-room" on:wheel=wheel on:keydown=keys>
            <svg
                class="map"
                class:map-faded=move || relations.with(Option::is_some)
                role="group"
                aria-label="Skills by grade, with lines to what builds on them. The table shows the same."
                viewBox=format!("0 0 {width} {height}")
                style:width=move || size(width)
                style:height=move || size(height)
            >
                {grades(&plan)}
                {lines(&plan, relations)}
                {boxes(&plan, relations, stop, look)}
            </svg>
        </div>
    }
}

fn grades(plan: &Plan) -> Vec<AnyView> {
    let height = plan.height;
    list(
        plan.grades
            .iter()
            .enumerate()
            .map(|(n, (grade, from, to))| {
                let shade = (n % 2 == 0).then_some("map-grade-even");
                view! {
                    <g class="map-grade">
                        <rect class=shade x=from - 12.0 y=0 width=to - from + 24.0 height=height />
                        <text x=f64::midpoint(*from, *to) y=26>{wording::grade(*grade)}</text>
                    </g>
                }
            }),
    )
}

type Relations = Memo<Option<Vec<Relation>>>;

fn relation(relations: Relations, n: usize) -> &'static str {
    relations.with(|all| all.as_ref().map_or("", |all| all[n].code()))
}

fn lines(plan: &Plan, relations: Relations) -> Vec<AnyView> {
    let ends = plan.before.iter().enumerate();
    let all = ends.flat_map(|(to, needs)| needs.iter().map(move |from| (*from, to)));
    list(all.map(|(from, to)| {
        let (x1, y1) = plan.middle(from);
        let (x2, y2) = plan.middle(to);
        let (x1, x2) = (x1 + BOX[0] / 2.0, x2 - BOX[0] / 2.0);
        let bend = ((x2 - x1) / 2.0).max(18.0);
        let path = format!("M{x1} {y1}C{} {y1} {} {y2} {x2} {y2}", x1 + bend, x2 - bend);
        // Lit when both ends lie on the same side of the skill that is looked at.
        let lit = move || {
            relations.with(|all| {
                let Some(all) = all else { return "" };
                let side = |n: usize, side: Relation| all[n] == side || all[n] == Relation::Itself;
                match () {
                    () if side(from, Relation::Before) && side(to, Relation::Before) => "before",
                    () if side(from, Relation::After) && side(to, Relation::After) => "after",
                    () => "none",
                }
            })
        };
        view! { <path class="map-line" d=path data-relation=lit /> }
    }))
}

fn boxes(plan: &Plan, relations: Relations, stop: RwSignal<usize>, look: Look) -> Vec<AnyView> {
    list(plan.nodes.iter().enumerate().map(|(n, node)| {
        let (x, y) = plan.middle(n);
        let (left, top) = (x - BOX[0] / 2.0, y - BOX[1] / 2.0);
        let domain = plan.domain(n);
        let said = format!(
            "{}. {}, {}. Builds on {}, leads to {}.",
            node.title,
            wording::grade(node.grade),
            wording::domain(&node.domain),
            plan.before[n].len(),
            plan.after[n].len()
        );
        let open = move || {
            stop.set(n);
            look.chosen.set(Some(n));
        };
        view! {
            <g
                class="map-node"
                id=node_id(n)
                role="button"
                tabindex=move || if stop.get() == n { "0" } else { "-1" }
                aria-label=said
                aria-pressed=move || (look.chosen.get() == Some(n)).to_string()
                data-hue=domain % 10
                data-relation=move || relation(relations, n)
                on:click=move |_| open()
                on:focus=move |_| {
                    stop.set(n);
                    look.near.set(Some(n));
                }
                on:blur=move |_| look.near.set(None)
                on:pointerenter=move |_| look.near.set(Some(n))
                on:pointerleave=move |_| look.near.set(None)
            >
                <title>{node.title.clone()}</title>
                <rect class="map-box" x=left y=top width=BOX[0] height=BOX[1] rx=8 />
                <rect class="map-side" x=left y=top width=24 height=BOX[1] rx=8 />
                <text class="map-letters" x=left + 12.0 y=y + 4.0>{mark(&node.domain, &plan.domains)}</text>
                <text class="map-name" x=left + 30.0 y=y + 4.5>{node.short.clone()}</text>
            </g>
        }
    }))
}
