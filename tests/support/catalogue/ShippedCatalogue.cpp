#include "tests/support/catalogue/ShippedCatalogue.h"

#include <QFile>

namespace motcua::test {

namespace {

domain::CsvTable tableOf(const char* name) {
    QFile file(QStringLiteral(MOTCUA_SOURCE_DIR "/resources/catalogue/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no catalogue");
    return {QLatin1String(name), file.readAll()};
}

}

domain::CatalogueTables shippedTables() {
    return {{tableOf("procedures.csv"), tableOf("procedures-more.csv")}, tableOf("fees.csv")};
}

domain::Catalogue shippedCatalogue() {
    auto catalogue = domain::Catalogue::fromCsv(shippedTables(), QStringLiteral("2026-11-01"));
    if (!catalogue)
        qFatal("%s", qPrintable(catalogue.error().toLogLine()));
    return std::move(*catalogue);
}

}
