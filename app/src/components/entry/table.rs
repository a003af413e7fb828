//! A table with gaps to type into.

use item_bank::{CellView, Rich, spoken};
use leptos::prelude::*;

use super::text::Field;
use super::{Group, Pen};
use crate::components::{RichText, list};
use crate::i18n::{Msg, t};

#[component]
pub fn Table(pen: Pen, header: Vec<Rich>, rows: Vec<Vec<CellView>>, note: String) -> impl IntoView {
    let heads: Vec<String> = header.iter().map(|text| spoken(text)).collect();
    let mut gap = 0;
    let body = list(rows.into_iter().enumerate().map(|(n, row)| {
        let name = match row.first() {
            Some(CellView::Given(text)) => spoken(text),
            _ => t(Msg::TableRow { n: n + 1 }).into_owned(),
        };
        let cells = row
            .into_iter()
            .enumerate()
            .map(|(column, cell)| match cell {
                CellView::Given(text) if column == 0 => view! {
                    <th scope="row">
                        <RichText value=text />
                    </th>
                }
                .into_any(),
                CellView::Given(text) => view! {
                    <td>
                        <RichText value=text />
                    </td>
                }
                .into_any(),
                CellView::Gap => {
                    let head = heads.get(column).map_or("", String::as_str);
                    let label = format!("{head}, {name}");
                    gap += 1;
                    view! {
                        <td>
                            <Field
                                pen=pen
                                n=gap - 1
                                class="input gap"
                                words=false
                                max="20"
                                name=Some(label)
                            />
                        </td>
                    }
                    .into_any()
                }
            });
        let cells = list(cells);
        view! { <tr lang="en">{cells}</tr> }
    }));
    let head = header.into_iter().map(|text| {
        view! {
            <th scope="col">
                <RichText value=text />
            </th>
        }
    });
    view! {
        <Group pen=pen note=note class="entry-table">
            <div class="table-scroll">
                <table class="gaps" dir="ltr">
                    <thead>
                        <tr>{list(head)}</tr>
                    </thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
        </Group>
    }
}
