#pragma once

#include "app/base/Result.h"
#include "app/domain/jobs/Jobs.h"

#include <QSet>

namespace motcua::gateway {

/// Kinds of job with the same symbol write in one book, so on every day on which several of them are in force the book has one name,
/// one set of columns and one form. Looks at the books that the named kinds have, from a day on: what was published before stays. Error:
/// "job.book-differs" with kind, other, symbol and place ("book.columns").
base::Outcome booksAgree(const domain::Jobs& jobs, const QSet<QString>& kinds, QDate since);

}
