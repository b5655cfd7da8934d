#pragma once

struct sqlite3;

namespace motcua::sqlite {

/// Registers the FTS5 tokenizer "folding" on a connection: unicode61 with remove_diacritics 2, and besides đ → d and a final
/// or inner y → i, so that "duong" finds "Đường" and "Ly" finds "Lý" and "Lí". Returns SQLite's result code.
int registerFoldingTokenizer(sqlite3* database);

}
