#pragma once

#include "app/ui/widgets/RatingBar.h"
#include "tests/gui/PlaceTest.h"
#include "tests/gui/Reader.h"

#include <QLineEdit>
#include <QTextEdit>

// What the tests of scans in the real window share.
namespace motcua::test {

/// Her card says only the year of her birth.
inline const QString woman = QStringLiteral("066148000123||H’Hen Niê|1948|Nữ|Buôn Đung, Đắk Lắk|02032022");

inline const domain::Applicant& applicant(const Harness& harness) {
    return harness.bench.counter->intake().form().content().applicant;
}

/// What stands in every field of the window, the applicant's own aside.
inline QString fieldsOf(const Harness& harness) {
    const QSet<QString> applicants{"name", "personalId", "formerId", "birthDate", "address"};
    QStringList texts;
    for (const QLineEdit* edit : harness.window->findChildren<QLineEdit*>())
        if (!applicants.contains(edit->objectName()))
            texts << edit->text();
    for (const QTextEdit* edit : harness.window->findChildren<QTextEdit*>())
        texts << edit->toPlainText();
    for (const ui::RatingBar* rating : harness.window->findChildren<ui::RatingBar*>())
        texts << QString::number(rating->score());
    return texts.join(QLatin1Char('/'));
}

}
