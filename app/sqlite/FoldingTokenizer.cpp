#include "app/sqlite/FoldingTokenizer.h"

#include <sqlite3.h>

#include <iterator>
#include <memory>
#include <string>

namespace motcua::sqlite {

namespace {

/// FTS5 owns one of these for each table; it holds the unicode61 tokenizer that does the cutting.
struct Folding {
    fts5_tokenizer inner{};
    Fts5Tokenizer* tokenizer = nullptr;
};

/// What travels through unicode61 to emitFolded().
struct Sink {
    void* context;
    int (*pass)(void*, int, const char*, int, int, int);
    std::string token;
};

/// đ and ƀ in UTF-8, small as unicode61 has made them; unicode61 sees no mark in a stroke.
char withoutStroke(unsigned char first, unsigned char second) {
    if (first == 0xc4 && second == 0x91)
        return 'd';
    return first == 0xc6 && second == 0x80 ? 'b' : '\0';
}

int emitFolded(void* opaque, int flags, const char* token, int size, int start, int end) {
    auto* sink = static_cast<Sink*>(opaque);
    sink->token.clear();
    for (int i = 0; i < size; ++i) {
        const auto byte = static_cast<unsigned char>(token[i]);
        const auto after = static_cast<unsigned char>(i + 1 < size ? token[i + 1] : '\0');
        if (const char plain = withoutStroke(byte, after)) {
            sink->token += plain;
            ++i;
        } else {
            // Lý and Lí, Mỹ and Mĩ are one word; at the head of a word (Yên) the spelling is fixed.
            sink->token += byte == 'y' && i > 0 ? 'i' : token[i];
        }
    }
    return sink->pass(sink->context, flags, sink->token.data(), static_cast<int>(sink->token.size()), start, end);
}

int create(void* context, const char**, int, Fts5Tokenizer** out) {
    auto* api = static_cast<fts5_api*>(context);
    auto folding = std::make_unique<Folding>();
    void* innerContext = nullptr;
    int result = api->xFindTokenizer(api, "unicode61", &innerContext, &folding->inner);
    if (result != SQLITE_OK)
        return result;
    // ʼ is a letter to Unicode; in HʼHen it is the apostrophe.
    const char* arguments[] = {"remove_diacritics", "2", "separators", "\xca\xbc"};
    result = folding->inner.xCreate(innerContext, arguments, static_cast<int>(std::size(arguments)), &folding->tokenizer);
    if (result == SQLITE_OK)
        *out = reinterpret_cast<Fts5Tokenizer*>(folding.release());
    return result;
}

void destroy(Fts5Tokenizer* tokenizer) {
    const std::unique_ptr<Folding> folding(reinterpret_cast<Folding*>(tokenizer));
    folding->inner.xDelete(folding->tokenizer);
}

int tokenize(Fts5Tokenizer* tokenizer, void* context, int flags, const char* text, int size, int (*pass)(void*, int, const char*, int, int, int)) {
    auto* folding = reinterpret_cast<Folding*>(tokenizer);
    Sink sink{context, pass, {}};
    return folding->inner.xTokenize(folding->tokenizer, &sink, flags, text, size, emitFolded);
}

fts5_api* apiOf(sqlite3* database) {
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

}

int registerFoldingTokenizer(sqlite3* database) {
    fts5_api* api = apiOf(database);
    if (!api)
        return SQLITE_ERROR;
    fts5_tokenizer tokenizer{create, destroy, tokenize};
    return api->xCreateTokenizer(api, "folding", static_cast<void*>(api), &tokenizer, nullptr);
}

}
