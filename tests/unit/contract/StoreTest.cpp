#include "tests/unit/contract/StoreTest.h"

#include <QTest>

namespace motcua::test {

void StoreTest::initTestCase_data() {
    QTest::addColumn<bool>("sealed");
    QTest::newRow("memory") << false;
    QTest::newRow("sealed") << true;
}

void StoreTest::init() {
    QFETCH_GLOBAL(bool, sealed);
    m_stand = sealed ? sealedStand() : memoryStand();
}

std::vector<int> StoreTest::numbersOf(const base::Result<std::vector<domain::ports::DossierRow>>& rows) {
    std::vector<int> numbers;
    if (!rows)
        return {-1};
    for (const domain::ports::DossierRow& row : *rows)
        numbers.push_back(row.code.section(QLatin1Char('-'), -1).toInt());
    return numbers;
}

void StoreTest::appendJobs(int count) {
    for (int number = 1; number <= count; ++number)
        QVERIFY(m_stand->append(m_stand->job(number).events()));
}

}
