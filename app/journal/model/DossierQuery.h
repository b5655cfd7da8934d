#pragma once

#include "app/base/Result.h"
#include "app/domain/ports/Archive.h"

#include <vector>

namespace motcua::sqlite {
class Connection;
class Statement;
}

namespace motcua::journal {

/// Lists and searches over the read model's dossiers. Made for one question.
class DossierQuery {
public:
    DossierQuery(sqlite::Connection& connection, qint64 acknowledged) : m_connection(connection), m_acknowledged(acknowledged) {}

    base::Result<std::vector<domain::ports::DossierRow>> list(const domain::ports::DossierFilter& filter) const;
    base::Result<std::vector<domain::ports::DossierRow>> search(const QString& text, int limit) const;

    enum class Words { Whole, Begun };
    /// The search in FTS5's language: every word, whole or as the beginning of one; empty when there is none to look for.
    static QString matchFor(const QString& text, Words words);

private:
    base::Result<std::vector<domain::ports::DossierRow>> match(const QString& expression, int limit) const;
    base::Result<std::vector<domain::ports::DossierRow>> read(sqlite::Statement& statement) const;

    sqlite::Connection& m_connection;
    qint64 m_acknowledged;
};

}
