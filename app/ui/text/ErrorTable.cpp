#include "app/ui/text/ErrorTable.h"

#include "app/ui/text/errors/ErrorTopics.h"

#include <vector>

namespace motcua::ui {

std::span<const ErrorRow> errorTable() {
    static const std::vector<ErrorRow> table = [] {
        std::vector<ErrorRow> rows;
        for (const auto topic : {peopleErrors, enrolmentErrors, machineErrors, pagesErrors, printsErrors, applicantErrors, partyErrors,
                 dossiersErrors, booksErrors, syncErrors, readersErrors})
            rows.insert(rows.end(), topic().begin(), topic().end());
        return rows;
    }();
    return table;
}

}
