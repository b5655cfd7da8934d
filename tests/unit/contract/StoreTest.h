#pragma once

#include "tests/unit/contract/StoreStand.h"

#include <QObject>

namespace motcua::test {

/// What holds of the real stores as of the tests' own: every test function runs with each stand, empty at its beginning.
class StoreTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();
    void cleanup() { m_stand.reset(); }

protected:
    /// The jobs' numbers, which end the dossiers' codes.
    static std::vector<int> numbersOf(const base::Result<std::vector<domain::ports::DossierRow>>& rows);
    void appendJobs(int count);

    std::unique_ptr<StoreStand> m_stand;
};

}
