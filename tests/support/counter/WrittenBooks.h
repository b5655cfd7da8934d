#pragma once

#include "app/domain/ports/BookExport.h"

namespace motcua::test {

/// Remembers what would be written.
class WrittenBooks final : public domain::ports::BookExport {
public:
    QFuture<base::Outcome> write(domain::ports::BookTable table, const QString& path) override {
        if (!failure.code.isEmpty())
            return QtFuture::makeReadyFuture(base::Outcome(base::fail(failure)));
        books.emplace_back(path, std::move(table));
        return QtFuture::makeReadyFuture(base::Outcome(base::done()));
    }

    std::vector<std::pair<QString, domain::ports::BookTable>> books;
    base::Error failure;
};

}
