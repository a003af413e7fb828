UPDATE projection SET folded_by = $1
