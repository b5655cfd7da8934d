#pragma once

#include "app/domain/BornIn.h"
#include "app/domain/TypedDate.h"
#include "app/ui/widgets/TextEdit.h"

#include <QDate>

namespace motcua::ui {

/// A date as dd/MM/yyyy; takes what domain::typedDate() does.
class DateField : public QLineEdit {
    Q_OBJECT

public:
    explicit DateField(QWidget* parent = nullptr);

    /// Invalid while empty or not a date.
    QDate date() const { return m_date; }
    void setDate(QDate date);
    /// Takes a year, or a month of a year, too: for the birth of somebody whose papers say no day.
    void setYearEnough(bool enough) { m_yearEnough = enough; }
    void setYears(domain::Years years) { m_years = years; }
    /// Null while there is a date, or nothing.
    const domain::BornIn& bornIn() const { return m_bornIn; }
    void setBornIn(const domain::BornIn& born);
    /// As if `text` had been typed and left.
    void enter(const QString& text);
    /// Neither empty nor a date.
    bool isWrong() const;
    /// What stands there is the date, as it is written.
    bool isSettled() const;

signals:
    void committed(QDate date);
    /// Instead of committed(), and never null.
    void bornInCommitted(const motcua::domain::BornIn& born);

private:
    void commit();

    QDate m_date;
    domain::BornIn m_bornIn;
    bool m_yearEnough = false;
    domain::Years m_years = domain::Years::Past;
};

}
