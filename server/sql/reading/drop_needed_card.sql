DELETE FROM needed_card WHERE word = $1
