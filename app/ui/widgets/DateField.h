#pragma once

#include "app/domain/BornIn.h"
#include "app/ui/widgets/TextEdit.h"

#include <QDate>

namespace motcua::ui {

/// A date as dd/MM/yyyy. Also takes "1/2/1990", "010290" with the century guessed, and "01021990".
class DateField : public QLineEdit {
    Q_OBJECT

public:
    /// What a year of two digits means: a day that was, or one that may be still to come (2000 to 2099).
    enum class Years { Past, Coming };

    explicit DateField(QWidget* parent = nullptr);

    /// Invalid while empty or not a date.
    QDate date() const { return m_date; }
    void setDate(QDate date);
    /// Takes a year, or a month of a year, too: for the birth of somebody whose papers say no day.
    void setYearEnough(bool enough) { m_yearEnough = enough; }
    void setYears(Years years) { m_years = years; }
    /// Null while there is a date, or nothing.
    const domain::BornIn& bornIn() const { return m_bornIn; }
    void setBornIn(const domain::BornIn& born);
    /// As if `text` had been typed and left.
    void enter(const QString& text);
    /// Neither empty nor a date.
    bool isWrong() const;
    /// What stands there is the date, as it is written.
    bool isSettled() const;

    /// What `text` means; invalid when it is no date. `today` bounds the guess of a past century.
    static QDate parse(const QString& text, QDate today, Years years = Years::Past);

signals:
    void committed(QDate date);
    /// Instead of committed(), and never null.
    void bornInCommitted(const motcua::domain::BornIn& born);

private:
    void commit();

    QDate m_date;
    domain::BornIn m_bornIn;
    bool m_yearEnough = false;
    Years m_years = Years::Past;
};

}
