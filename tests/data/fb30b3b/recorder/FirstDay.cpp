// Tuesday 30 December 2025: what a counter sees in a day.

#include "Must.h"
#include "Pages.h"
#include "Story.h"

namespace motcua::recorder {

using counter::Finish;
using domain::PaymentMethod;

void Story::firstDay() {
    m_clock.set(QDate(2025, 12, 30), QTime(8, 0));
    m_desk.sit(QStringLiteral("lan.nt"));
    m_supervisor.sit(QStringLiteral("minh.tv"));
    m_desk.addUser(QStringLiteral("minh.tv"));
    copiesOfTheFirstDay();
    manyCopies();
    returnedCopy();
    generalProcedures();
    folderlessIntakes();
    m_desk.waitUntilConfirmed();
    m_supervisor.waitUntilConfirmed();
}

void Story::copiesOfTheFirstDay() {
    m_an = receiveCopy(QStringLiteral("Nguyễn Văn An"), "Nam", QStringLiteral("Bằng tốt nghiệp trung học phổ thông"), 3, 1);
    must(m_desk.counter().folders().addNote(m_an, QStringLiteral("Công dân hẹn quay lại buổi chiều")), "a note is not kept");
    approveThere(m_an);
    attest(m_an);
    finish(m_an, {PaymentMethod::Cash, {}, true, 5, {}, true});
    remember("an", m_an, "one copy; approved at the supervisor's desk, sent home, attested, paid, handed over, rated, closed; a note");

    const Id binh = receiveCopy(QStringLiteral("Trần Thị Bình"), "Nữ", QStringLiteral("Giấy khai sinh"), 2, 5);
    approveHere({binh});
    attest(binh);
    spoil(binh, QStringLiteral("Tờ in bị nhòe mực"), true);
    attest(binh);
    finish(binh, {PaymentMethod::Transfer, QStringLiteral("Trần Văn Bảo"), true, 4, QStringLiteral("Phục vụ tốt"), true});
    remember("binh", binh,
        "five copies; approved at the desk; the first number spoiled, a new one taken; paid by transfer, taken by "
        "somebody else");

    const Id tam = receiveCopy(QStringLiteral("Hoàng Văn Tám"), "Nam", QStringLiteral("Căn cước công dân"), 2, 1);
    approveHere({tam});
    attest(tam);
    spoil(tam, QStringLiteral("Ghi nhầm tên giấy tờ"), false);
    remember("tam", tam, "approved, its only number spoiled without a new one; waits");
}

/// More copies than a job may have (100): fb30b3b sends several jobs and records each.
void Story::manyCopies() {
    const Id cuc = receiveCopy(QStringLiteral("Phạm Thị Cúc"), "Nữ", QStringLiteral("Giấy chứng nhận đăng ký doanh nghiệp"), 1, 130);
    const Id dung = receiveCopy(QStringLiteral("Lê Văn Dũng"), "Nam", QStringLiteral("Giấy phép xây dựng"), 4, 230);
    const Id em = receiveCopy(QStringLiteral("Vũ Thị Em"), "Nữ", QStringLiteral("Học bạ trung học cơ sở"), 250, 120);
    approveHere({cuc, dung, em});
    attest(cuc);
    finish(cuc, {PaymentMethod::Cash, {}, true, 0, {}, true});
    remember("cuc", cuc, "130 copies, attested by two jobs (100 and 30), handed over, closed, no rating");
    m_desk.printer().runOutAfter(2);
    attest(dung);
    remember("dung", dung,
        "230 copies, of which two jobs of 100 are recorded and the third was refused by the spooler; waits for the "
        "citizen");
    m_desk.printer().runOutAfter(1);
    attest(em);
    m_desk.printer().runOutAfter(-1);
    finish(em, {PaymentMethod::Cash, {}, true, 2, QStringLiteral("Chờ lâu"), true});
    remember("em", em, "120 copies of 250 pages (the cap of the fee), one job of 100 recorded, handed over and closed all the same");
}

void Story::returnedCopy() {
    m_giang = receiveCopy(QStringLiteral("Đỗ Thị Giang"), "Nữ", QStringLiteral("Bằng đại học"), 1, 2);
    claim(m_giang);
    step();
    must(m_supervisor.counter().approval().returnToClerk(m_giang, QStringLiteral("Tên giấy tờ chưa ghi đúng như bản chính")),
        "a dossier is not returned");
    m_desk.waitFor(m_giang, domain::State::Accepted);
    step();
    must(m_desk.counter().folders().submitAgain(m_giang, QStringLiteral("Đã đối chiếu với bản chính")), "a dossier is not submitted again");
    approveThere(m_giang);
    attest(m_giang);
    spoil(m_giang, QStringLiteral("Tờ in bị rách"), true);
    attest(m_giang);
    step();
    must(m_desk.counter().handOver().collectFee(m_giang, PaymentMethod::Cash), "a fee is not taken");
    m_desk.waitForPaper();
    remember("giang", m_giang,
        "returned by the supervisor, submitted again, approved at the supervisor's desk; that number spoiled at the "
        "desk, the new one is of the desk's "
        "volume; paid, not yet handed over");
}

void Story::generalProcedures() {
    readCard(QStringLiteral("Bùi Thị Hà"), "Nữ");
    fillGeneral(QStringLiteral("1.004873"));
    intake().setTypedFee(15'000);
    intake().setNote(QStringLiteral("Cấp lại, đã nộp giấy cũ"));
    const Id ha = receive();
    readCard(QStringLiteral("Đặng Văn Hòa"), "Nam");
    fillGeneral(QStringLiteral("1.004873"));
    intake().setTypedFee(15'000);
    intake().setExemption(QStringLiteral("Người thuộc hộ nghèo"));
    const Id hoa = receive();
    step();
    intake().setApplicantKind(domain::ApplicantKind::Enterprise);
    intake().setApplicantText(QStringLiteral("name"), QStringLiteral("Công ty TNHH Vận tải Hạ Long"));
    intake().setApplicantText(QStringLiteral("address"), QStringLiteral("Số 10, đường Hạ Long, phường Bãi Cháy"));
    intake().setApplicantText(QStringLiteral("phone"), QStringLiteral("0203 300 0001"));
    intake().setApplicantText(QStringLiteral("email"), QStringLiteral("vanthu@example.vn"));
    fillGeneral(QStringLiteral("2.000884"));
    intake().setChannel(domain::Channel::Post);
    const Id khanh = receive();
    approveHere({ha, hoa, khanh});
    finish(ha, {PaymentMethod::Cash, {}, true, 3, {}, true});
    finish(hoa, {PaymentMethod::Cash, {}, false, 0, {}, true});
    remember("ha", ha, "a general procedure, 15,000 đ typed, a note at intake; handed over, rated 3, closed");
    remember("hoa", hoa, "a general procedure, 15,000 đ typed and waived on a ground of exemption; handed over, closed");
    remember("khanh", khanh, "a fee per case, an enterprise by post, typed by hand; approved, unpaid");
}

/// Forms 02 and 03: what is kept without a dossier code. And a withdrawal.
void Story::folderlessIntakes() {
    const auto asked = [this](const QString& name, const char* sex) {
        readCard(name, sex);
        intake().setProcedure(QStringLiteral("1.001193"));
        const Id dossier =
            must(intake().askSupplement({}, QStringLiteral("Chưa có giấy chứng sinh"), QStringLiteral("Nghị định số 118/2025/NĐ-CP")), "form 02")
                .dossier;
        m_desk.waitForPaper();
        return dossier;
    };
    m_lam = asked(QStringLiteral("Ngô Văn Lâm"), "Nam");
    remember("mai", asked(QStringLiteral("Dương Thị Mai"), "Nữ"), "form 02 at intake; has not come back");

    const auto refused = [this](const QString& name, const char* sex, const QString& procedure) {
        readCard(name, sex);
        intake().setProcedure(procedure);
        const counter::RefusalGround ground = intake().refusalGrounds().front();
        const Id dossier = must(intake().refuse(ground.text, ground.basis), "form 03").dossier;
        m_desk.waitForPaper();
        return dossier;
    };
    const Id phuc = refused(QStringLiteral("Lý Văn Phúc"), "Nam", QStringLiteral("2.000815"));
    step();
    must(m_desk.counter().handOver().close(phuc), "a refused dossier is not closed");
    remember("phuc", phuc, "a certified copy refused with form 03, closed");
    remember(
        "quan", refused(QStringLiteral("Mai Văn Quân"), "Nam", QStringLiteral("1.004884")), "a general procedure refused with form 03, not closed");

    const Id son = receiveCopy(QStringLiteral("Phan Văn Sơn"), "Nam", QStringLiteral("Sổ hộ khẩu"), 8, 2);
    step();
    must(m_desk.counter().withdrawals().withdraw(son, QStringLiteral("Công dân không còn nhu cầu")), "a dossier is not withdrawn");
    remember("son", son, "received and withdrawn");
}

}
