//! The response-prefix trie of one skill: what EM runs over instead of sequences.
//!
//! Given the parameters, what is believed after a prefix of responses depends on the prefix only,
//! and the backward step is linear in the next state's posterior. So all sequences that share a
//! prefix share its node, and nothing is lost (`shared/ENGINE.md` 4.1).

/// How the nodes of a [`Segment`] are stepped over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kind {
    pub right: bool,
    /// No sequence goes on from here: nothing needs to be kept for the way back.
    pub leaf: bool,
    /// Every node is passed by one sequence only.
    pub single: bool,
}

/// A run of nodes of one depth and one kind, as a range of the inner or the leaf arrays.
#[derive(Clone, Copy, Debug)]
pub(super) struct Segment {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

/// Nodes by depth, parents before children. The order depends on the set of sequences only, not
/// on the order in which they came, so that fits do not depend on it either.
#[derive(Debug, Default)]
pub(super) struct Trie {
    /// In the order of depth: the way forward. Backward is the reverse.
    pub segments: Vec<Segment>,
    /// Of inner node i, the inner node before it. Node 0 is the root, which has no response.
    pub inner_parent: Vec<u32>,
    /// Sequences that pass through or end at each inner node.
    pub inner_pass: Vec<f64>,
    /// Sequences that end at each inner node.
    pub inner_end: Vec<f64>,
    pub leaf_parent: Vec<u32>,
    /// Sequences that end at each leaf.
    pub leaf_pass: Vec<f64>,
    pub totals: Totals,
}

/// Counts that do not depend on the parameters.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Totals {
    pub sequences: f64,
    pub right: f64,
    pub wrong: f64,
    /// Pairs of neighbouring responses.
    pub transitions: f64,
}

impl Totals {
    pub fn responses(&self) -> f64 {
        self.right + self.wrong
    }
}

/// A node while sequences come in. Child 0 means none: the root is nobody's child.
#[derive(Clone, Copy, Default)]
struct Draft {
    children: [u32; 2],
    pass: u32,
    end: u32,
}

/// Collects sequences, response by response.
#[derive(Default)]
pub(super) struct TrieBuilder {
    nodes: Vec<Draft>,
    at: usize,
}

impl TrieBuilder {
    pub fn new() -> Self {
        Self {
            nodes: vec![Draft::default()],
            at: 0,
        }
    }

    /// Ends the sequence under way, if any.
    pub fn next_sequence(&mut self) {
        if self.at != 0 {
            self.nodes[self.at].end += 1;
            self.at = 0;
        }
    }

    pub fn push(&mut self, right: bool) {
        let mut child = self.nodes[self.at].children[usize::from(right)] as usize;
        if child == 0 {
            child = self.nodes.len();
            self.nodes.push(Draft::default());
            self.nodes[self.at].children[usize::from(right)] = child as u32;
        }
        self.nodes[child].pass += 1;
        self.at = child;
    }

    pub fn finish(mut self) -> Trie {
        self.next_sequence();
        let mut trie = Trie {
            inner_parent: vec![0],
            inner_pass: vec![0.0],
            inner_end: vec![0.0],
            ..Trie::default()
        };
        // Of the depth above: place among the inner nodes, and the draft.
        let mut above = vec![(0_u32, self.nodes[0])];
        while !above.is_empty() {
            let mut depth: Vec<_> = Self::children(&self.nodes, &above).collect();
            // Kinds together; within a kind by parent, as they came.
            depth.sort_by_key(|&(kind, ..)| (kind.leaf, kind.right, kind.single));
            above.clear();
            for group in depth.chunk_by(|a, b| a.0 == b.0) {
                trie.append(group, &mut above);
            }
        }
        trie
    }

    fn children<'a>(
        nodes: &'a [Draft],
        above: &'a [(u32, Draft)],
    ) -> impl Iterator<Item = (Kind, u32, Draft)> {
        above.iter().flat_map(move |&(place, parent)| {
            [true, false].into_iter().filter_map(move |right| {
                let child = parent.children[usize::from(right)] as usize;
                let node = *nodes.get(child).filter(|_| child != 0)?;
                let kind = Kind {
                    right,
                    leaf: node.children == [0, 0],
                    single: node.pass == 1,
                };
                Some((kind, place, node))
            })
        })
    }
}

impl Trie {
    /// Appends nodes of one depth and kind; the inner ones are listed in `above` for their
    /// children.
    fn append(&mut self, group: &[(Kind, u32, Draft)], above: &mut Vec<(u32, Draft)>) {
        let Some(&(kind, ..)) = group.first() else {
            return;
        };
        let start = if kind.leaf {
            self.leaf_parent.len()
        } else {
            self.inner_parent.len()
        };
        for &(_, parent, node) in group {
            let pass = f64::from(node.pass);
            if kind.leaf {
                self.leaf_parent.push(parent);
                self.leaf_pass.push(pass);
            } else {
                above.push((self.inner_parent.len() as u32, node));
                self.inner_parent.push(parent);
                self.inner_pass.push(pass);
                self.inner_end.push(f64::from(node.end));
                self.totals.transitions += f64::from(node.pass - node.end);
            }
            self.totals.sequences += f64::from(node.end);
            if kind.right {
                self.totals.right += pass;
            } else {
                self.totals.wrong += pass;
            }
        }
        self.segments.push(Segment {
            kind,
            start,
            end: start + group.len(),
        });
    }
}
